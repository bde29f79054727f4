# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The desk's two files.
sz_library(NAME store_desk SOURCES DeskLog.cpp DeskView.cpp Files.cpp OutboxMirror.cpp LINK sz::model PRIVATE_LINK sz::store_file)
sz_embed(sz_store_desk data/store/DeskMigrations.h deskMigrations FILES migrations/desk/0001_initial.sql migrations/desk/0002_memo.sql)
sz_embed(sz_store_desk data/store/ViewMigrations.h viewMigrations FILES migrations/view/0001_initial.sql)
