# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Unit scores and the daily brief.
if(TARGET sz_test_support AND TARGET sz_widgets_score)
    foreach(name tst_ScorePage tst_Brief)
        sz_test(NAME ${name} SOURCES ${name}.cpp LINK sz::test_support sz::hq_scenario sz::widgets_score sz::store_desk)
    endforeach()
endif()
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    sz_test(NAME tst_ReportRoom SOURCES tst_ReportRoom.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
    sz_test(NAME tst_Handover SOURCES tst_Handover.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
    sz_test(NAME tst_PromiseOrders SOURCES tst_PromiseOrders.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
    sz_test(NAME tst_RefusedMatters SOURCES tst_RefusedMatters.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
    sz_test(NAME tst_RollCall SOURCES tst_RollCall.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
    sz_test(NAME tst_Rounds SOURCES tst_Rounds.cpp LINK sz::test_support sz::widgets_shell sz::store_desk)
endif()
