# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What belongs to a seat: the whole window with real keys.
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    foreach(name Conversation LateList ListsAndInput PopOut SavedViews SeatSounds ShortcutEditor)
        sz_test(NAME tst_${name} SOURCES tst_${name}.cpp LINK sz::test_support sz::widgets_shell)
    endforeach()
endif()
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    sz_test(NAME tst_BaseMapSwitch SOURCES tst_BaseMapSwitch.cpp LINK sz::test_support sz::widgets_shell sz::test_packs)
endif()
if(TARGET sz_widgets_frame)
    sz_test(NAME tst_AlarmSounds SOURCES tst_AlarmSounds.cpp LINK sz::widgets_frame)
endif()
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    foreach(name DrawOnMap LayerPanel PlaceCard PlanChanging)
        sz_test(NAME tst_${name} SOURCES tst_${name}.cpp LINK sz::test_support sz::widgets_shell Qt6::QuickWidgets)
    endforeach()
endif()
