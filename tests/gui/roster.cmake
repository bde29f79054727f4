# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The roster page.
if(TARGET sz_test_support AND TARGET sz_widgets_roster)
    sz_test(NAME tst_RosterPage SOURCES tst_RosterPage.cpp LINK sz::test_support sz::widgets_roster sz::store_desk)
    sz_test(NAME tst_SurgeRoster SOURCES tst_SurgeRoster.cpp LINK sz::test_support sz::widgets_roster sz::store_desk)
    sz_test(NAME tst_RosterColumns SOURCES tst_RosterColumns.cpp LINK sz::test_support sz::widgets_roster sz::store_desk)
    sz_test(NAME tst_RosterPlaces SOURCES tst_RosterPlaces.cpp LINK sz::test_support sz::widgets_roster sz::store_desk)
    sz_test(NAME tst_DutyAsks SOURCES tst_DutyAsks.cpp LINK sz::widgets_roster)
    sz_test(NAME tst_DutyRoster SOURCES tst_DutyRoster.cpp LINK sz::test_support sz::widgets_intake sz::widgets_orders sz::widgets_handover sz::store_desk)
endif()
