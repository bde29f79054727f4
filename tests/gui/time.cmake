# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The past, the wall and the printed map: the whole window with real keys.
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    foreach(name Replay Wall PrintMap)
        sz_test(NAME tst_${name} SOURCES tst_${name}.cpp LINK sz::test_support sz::widgets_shell)
    endforeach()
    sz_test(NAME tst_MomentText SOURCES tst_MomentText.cpp LINK sz::widgets_replay)
endif()
