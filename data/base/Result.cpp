// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Result.h"

namespace sz {

const char* codeName(Code code)
{
#define SZ_CODE(name)                                                                              \
    case Code::name:                                                                               \
        return #name
    switch (code) {
        SZ_CODE(Internal);
        SZ_CODE(NotFound);
        SZ_CODE(BadArgument);
        SZ_CODE(Io);
        SZ_CODE(NoSpace);
        SZ_CODE(Cancelled);
        SZ_CODE(PlanMissing);
        SZ_CODE(PlanBroken);
        SZ_CODE(FileUnreadable);
        SZ_CODE(FileMalformed);
        SZ_CODE(NoSuchIncident);
        SZ_CODE(NoSuchOrder);
        SZ_CODE(NoSuchUnit);
        SZ_CODE(IncidentClosed);
        SZ_CODE(StepsOpen);
        SZ_CODE(AlreadyDone);
        SZ_CODE(AlreadySigned);
        SZ_CODE(NotYourOrder);
        SZ_CODE(NotAllowed);
        SZ_CODE(MissingField);
        SZ_CODE(LimitOutOfRange);
        SZ_CODE(UnknownType);
        SZ_CODE(NothingToAmend);
        SZ_CODE(CountsUnbalanced);
        SZ_CODE(ContactExpired);
        SZ_CODE(ContactAway);
        SZ_CODE(FileTooLarge);
        SZ_CODE(FileTypeRefused);
        SZ_CODE(FilesFull);
        SZ_CODE(SecondPerson);
        SZ_CODE(ChiefDecides);
        SZ_CODE(ReturnUndecided);
        SZ_CODE(RecheckOpen);
        SZ_CODE(NothingAsked);
        SZ_CODE(BadEncoding);
        SZ_CODE(BadChain);
        SZ_CODE(BadSignature);
        SZ_CODE(FutureVersion);
        SZ_CODE(StoreOpen);
        SZ_CODE(StoreCorrupt);
        SZ_CODE(StoreFromFuture);
        SZ_CODE(StoreLocked);
        SZ_CODE(StoreWrite);
        SZ_CODE(SyncFailed);
        SZ_CODE(PassphraseNeeded);
        SZ_CODE(PassphraseWrong);
        SZ_CODE(LinkDown);
        SZ_CODE(LinkRefused);
        SZ_CODE(BadCertificate);
        SZ_CODE(PortTaken);
        SZ_CODE(ProtocolVersion);
        SZ_CODE(EnrolCodeBad);
        SZ_CODE(EnrolCodeExpired);
        SZ_CODE(Revoked);
        SZ_CODE(ForkDetected);
        SZ_CODE(Busy);
        SZ_CODE(SignOnNeeded);
        SZ_CODE(GrantExpired);
        SZ_CODE(SignOnWrong);
        SZ_CODE(PersonLocked);
        SZ_CODE(PersonDisabled);
        SZ_CODE(SecretMustChange);
        SZ_CODE(SecretTooWeak);
        SZ_CODE(PostNotYours);
    }
#undef SZ_CODE
    return "Internal";
}

} // namespace sz
