# SPDX-FileCopyrightText: 2026 The Sanzhen authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Headquarters' stores: one file, or PostgreSQL; and what all SQLite files are opened and queried with.
sz_library(NAME store_file SOURCES ContactFile.cpp FolderLock.cpp Run.cpp SqliteFile.cpp WalRoom.cpp LINK sz::base sz::vault SQLiteCpp SQLite::SQLite3)
sz_embed(sz_store_file data/store/ContactMigrations.h contactMigrations FILES migrations/contact/0001_initial.sql)
sz_library(NAME store_files SOURCES Files.cpp FolderFiles.cpp LINK sz::base)
sz_library(NAME store_hq
    SOURCES
        sqlite/HqRows.cpp
        sqlite/SqliteHqDesks.cpp
        sqlite/SqliteHqFeeds.cpp
        sqlite/SqliteHqLog.cpp
        sqlite/SqliteHqPeople.cpp
        sqlite/SqliteHqReader.cpp
    LINK sz::model sz::proof sz::store_files
    PRIVATE_LINK sz::store_file)
sz_embed(sz_store_hq data/store/HqMigrations.h hqMigrations FILES migrations/hq/0001_initial.sql migrations/hq/0002_people.sql)
sz_library(NAME store_pg
    SOURCES
        pg/PgBackup.cpp
        pg/PgConnection.cpp
        pg/PgContactKeys.cpp
        pg/PgEntries.cpp
        pg/PgHqFiles.cpp
        pg/PgHqDesks.cpp
        pg/PgHqFeeds.cpp
        pg/PgHqLog.cpp
        pg/PgHqPeople.cpp
        pg/PgHqReader.cpp
        pg/PgSchema.cpp
        pg/PgSealBook.cpp
        pg/PgSecret.cpp
        pg/PgSession.cpp
        pg/PgValues.cpp
        pg/PgWatch.cpp
    LINK sz::store_hq
    PRIVATE_LINK sz::store_file PkgConfig::libpq)
sz_embed(sz_store_pg data/store/PgMigrations.h pgMigrations FILES migrations/pg/0001_initial.sql migrations/pg/0002_signed.sql migrations/pg/0003_people.sql migrations/pg/0004_files.sql migrations/pg/0005_contacts.sql)
