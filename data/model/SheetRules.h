// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The handover sheet: who may open, complete, read and sign it. Private to data/model.

#include "data/model/ShiftGround.h"

namespace sz::model {

class SheetRule : public ShiftGround
{
public:
    using ShiftGround::ShiftGround;

    Result<void> operator()(const OpenSheet& a) const;
    Result<void> operator()(const AddRows& a) const;
    Result<void> operator()(const TickRows& a) const;
    Result<void> operator()(const AddLine& a) const;
    Result<void> operator()(const SignSheet& a) const;
    Result<void> operator()(const SendBackSheet& a) const;

private:
    using Open = Result<const ShiftSheet*>;
    [[nodiscard]] Result<void> rowsOk(const std::vector<SheetRow>& rows) const;
    [[nodiscard]] Open openSheet(const std::string& id, plan::Right right) const;
    [[nodiscard]] Result<void> signOut(const ShiftSheet& sheet, const SignSheet& a) const;
    [[nodiscard]] Result<void> signIn(const ShiftSheet& sheet, const SignSheet& a) const;
    [[nodiscard]] Result<void> signable(
        const ShiftSheet& sheet,
        const SignSheet& a,
        const std::optional<ShiftSheet::Signature>& other) const;
    [[nodiscard]] bool
    hasSameName(const ShiftSheet::Signature& other, const std::string& name) const;
    [[nodiscard]] bool handsOver(const ShiftSheet& sheet) const;
};

} // namespace sz::model
