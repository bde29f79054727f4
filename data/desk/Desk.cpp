// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Desk.h"

#include "data/desk/DeskCore.h"
#include "data/net/Link.h"
#include "data/threads/Mailbox.h"

#include <QLoggingCategory>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

namespace sz::desk {
namespace {

constexpr int kTickMs = 200;

Q_LOGGING_CATEGORY(lcDesk, "sanzhen.desk")

void logLine(DeskCore::Weight weight, const std::string& line)
{
    if (weight == DeskCore::Weight::Critical) {
        qCCritical(lcDesk).noquote() << line.c_str();
    } else {
        qCWarning(lcDesk).noquote() << line.c_str();
    }
}

} // namespace

/// Lives on gui; `core` lives on the store thread and is touched there only.
class Desk::Private
{
public:
    Private(Desk* desk, Options o)
        : q(desk), options(std::move(o)), plan(options.plan), clock(options.clock),
          shelf(options.plan)
    {
        actor = sharedActor(options);
        store = new Mailbox;
        store->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, store, &QObject::deleteLater);
        thread.setObjectName(QStringLiteral("store"));
        thread.start();
    }

    ~Private()
    {
        copying.join(); // it ends on the store thread
        // Link first, then the store: nothing arrives while the files close (house-style §7).
        store->run([this] {
            delete timer;
            if (link) {
                link->stop();
            }
            core.reset();
            link.reset();
        });
        thread.quit();
        thread.wait();
    }

    void onStore(Mailbox::Work work) { store->post(std::move(work)); }
    void onGui(Mailbox::Work work) { gui.post(std::move(work)); }

    /// A question under way. The answer is given on any thread and arrives on gui, behind every change that was made before it.
    /// Never given: the future is cancelled. Once given, this copy is empty.
    template <class Answer>
    class Reply
    {
    public:
        explicit Reply(Private& owner)
            : m_owner(&owner), m_promise(std::make_shared<QPromise<Answer>>())
        {
            m_promise->start();
        }
        [[nodiscard]] QFuture<Answer> future() const { return m_promise->future(); }
        void operator()(Answer answer) const
        {
            m_owner->onGui([promise = std::move(m_promise), answer = std::move(answer)] {
                promise->addResult(answer);
                promise->finish();
            });
        }

    private:
        Private* m_owner;
        mutable std::shared_ptr<QPromise<Answer>>
            m_promise; ///< shared: callbacks are copied; ends on gui
    };

    /// Runs on the store thread; `otherwise` when the files are not open.
    template <class Answer, class Work>
    [[nodiscard]] QFuture<Answer> ask(Work work, Answer otherwise)
    {
        const Reply<Answer> reply(*this);
        onStore([this, reply, work = std::move(work), otherwise = std::move(otherwise)] {
            reply(core ? Answer(work(*core)) : otherwise);
        });
        return reply.future();
    }

    using Attached = Reply<Result<Receipt>>;
    using Copy = std::function<Result<FileKeeper::Added>(FileKeeper&)>;
    /// Rule, copy, rule again with the act: on the store, the copying and the store thread.
    [[nodiscard]] QFuture<Result<Receipt>>
    attach(const IncidentId& incident, const model::AttachFile& file, Copy copy);
    void copyIn(
        const IncidentId& incident,
        const model::AttachFile& file,
        const Copy& copy,
        const Attached& done);

    void open();
    void startLink();
    [[nodiscard]] DeskCore::Listener listener();
    [[nodiscard]] DeskCore::Transport transport();
    void take(const ChangeSet& changes);
    [[nodiscard]] Result<void> mayAct() const; ///< whoever sits here
    void takeSeat(const SeatStatus& told);

    Desk* q;
    Options options;
    std::shared_ptr<const plan::Plan> plan;
    const Clock* clock;
    model::Actor actor;
    std::map<IncidentId, model::IncidentPtr> incidents;
    LinkStatus link_;
    SeatStatus seat;
    std::vector<OutboxLine> outbox;
    ModeStatus mode;
    std::shared_ptr<const model::ShiftState> shift = std::make_shared<model::ShiftState>();
    std::shared_ptr<const model::DrawingState> drawings = std::make_shared<model::DrawingState>();
    std::shared_ptr<const model::PlanState> planState = std::make_shared<model::PlanState>();
    model::PlanShelf shelf;
    std::map<Digest, FileStatus> files;
    UlidMaker orderIds;
    bool isOpen = false;

    Mailbox gui;
    boost::asio::thread_pool copying{1}; ///< files on their way in
    QThread thread;
    Mailbox* store = nullptr;
    QTimer* timer = nullptr;
    std::unique_ptr<DeskCore> core;
    std::unique_ptr<net::ClientLink> link;
};

DeskCore::Listener Desk::Private::listener()
{
    return {
        [this](ChangeSet c) { onGui([this, c = std::move(c)] { take(c); }); },
        [this](LinkStatus s) {
            onGui([this, s = std::move(s)] {
                link_ = s;
                Q_EMIT q->linkChanged(link_);
            });
        },
        [this](std::vector<OutboxLine> lines) {
            onGui([this, lines = std::move(lines)] {
                outbox = lines;
                Q_EMIT q->outboxChanged();
            });
        },
        [this](Notice n) { onGui([this, n = std::move(n)] { Q_EMIT q->noticed(n); }); },
        logLine,
        [this](SeatStatus s) { onGui([this, s = std::move(s)] { takeSeat(s); }); },
        [this](std::vector<FileStatus> changed) {
            onGui([this, changed = std::move(changed)] {
                for (const FileStatus& one : changed) {
                    files.insert_or_assign(one.hash, one);
                }
                Q_EMIT q->filesChanged();
            });
        },
        [this](ModeStatus now) {
            onGui([this, now = std::move(now)] {
                mode = now;
                Q_EMIT q->modeChanged(mode);
            });
        },
        [this](std::shared_ptr<const model::ShiftState> now) {
            onGui([this, now = std::move(now)] {
                shift = now;
                Q_EMIT q->shiftChanged();
            });
        },
        [this](std::shared_ptr<const model::DrawingState> now) {
            onGui([this, now = std::move(now)] {
                drawings = now;
                Q_EMIT q->drawingsChanged();
            });
        },
        [this](std::shared_ptr<const model::PlanState> now) {
            onGui([this, now = std::move(now)] {
                planState = now;
                Q_EMIT q->planChanged();
            });
        },
    };
}

DeskCore::Transport Desk::Private::transport()
{
    return {
        [this] { link->open(options.profile.addresses(), options.profile.credentials); },
        [this] { link->close(); },
        [this](Bytes message) { link->send(std::move(message)); },
        [this](const net::Credentials& renewed) { options.profile.credentials = renewed; },
    };
}

void Desk::Private::take(const ChangeSet& changes)
{
    if (changes.isReset) {
        incidents.clear();
    }
    for (const model::IncidentPtr& incident : changes.changed) {
        incidents[incident->id] = incident;
    }
    for (const IncidentId& id : changes.removed) {
        incidents.erase(id);
    }
    Q_EMIT q->changed(changes);
}

void Desk::Private::takeSeat(const SeatStatus& told)
{
    if (told == seat) {
        return;
    }
    seat = told;
    actor = sharedActor(options);
    if (seat.isNeeded && seat.grant) {
        actor.post = seat.grant->post;
        actor.role = seat.grant->role;
        actor.person = seat.grant->person;
    }
    Q_EMIT q->seatChanged(seat);
}

Result<void> Desk::Private::mayAct() const
{
    const auto* grant = seat.grant ? &*seat.grant : nullptr;
    return seat.isNeeded ? model::checkGrant(grant, clock->now() + link_.clockOffset)
                         : Result<void>{};
}

void Desk::Private::open()
{
    core = std::make_unique<DeskCore>(options, listener(), transport());
    const auto result = core->open();
    onGui([this, result] {
        isOpen = result.has_value();
        if (isOpen) {
            Q_EMIT q->opened();
        } else {
            Q_EMIT q->openFailed(result.error());
        }
    });
    if (!result) {
        core.reset();
        return;
    }
    if (options.isLinkEnabled) {
        startLink();
    }
    timer = new QTimer(store);
    QObject::connect(timer, &QTimer::timeout, store, [this] { core->tick(); });
    timer->start(kTickMs);
}

void Desk::Private::startLink()
{
    link = std::make_unique<net::ClientLink>(net::ClientLink::Callbacks{
        [this] {
            onStore([this] {
                if (core) {
                    core->linkUp();
                }
            });
        },
        [this](Bytes message) {
            onStore([this, message = std::move(message)] {
                if (core) {
                    core->linkMessage(message);
                }
            });
        },
        [this](Error why) {
            onStore([this, why = std::move(why)] {
                if (core) {
                    core->linkDown(why);
                }
            });
        },
    });
    core->startLink();
}

Desk::Desk(Options options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options)))
{
}

Desk::~Desk() = default;

void Desk::start()
{
    d->onStore([this] { d->open(); });
}

const plan::Plan& Desk::plan() const
{
    return *d->plan;
}

std::shared_ptr<const plan::Plan> Desk::sharedPlan() const
{
    return d->plan;
}

const Clock& Desk::clock() const
{
    return d->options.duty != nullptr ? *d->options.duty : *d->clock;
}

model::Actor Desk::actor() const
{
    return d->actor;
}

UnitCode Desk::unit() const
{
    return d->actor.unit;
}

const DeskId& Desk::deskId() const
{
    return d->options.profile.desk;
}

vault::DataKey Desk::dataKey() const
{
    return d->options.profile.dataKey;
}

const std::filesystem::path& Desk::profileFolder() const
{
    return d->options.profile.folder;
}

const std::filesystem::path& Desk::planFolder() const
{
    return d->options.planFolder;
}

const std::map<IncidentId, model::IncidentPtr>& Desk::incidents() const
{
    return d->incidents;
}

model::IncidentPtr Desk::incident(const IncidentId& id) const
{
    const auto it = d->incidents.find(id);
    return it == d->incidents.end() ? nullptr : it->second;
}

const LinkStatus& Desk::link() const
{
    return d->link_;
}

const std::vector<OutboxLine>& Desk::outbox() const
{
    return d->outbox;
}

bool Desk::isOpen() const
{
    return d->isOpen;
}

Result<void> Desk::canPerform(const IncidentId& id, const model::Act& act) const
{
    return d->mayAct().and_then(
        [&] { return model::checkAct(*d->plan, incident(id).get(), d->actor, act); });
}

QFuture<Result<Receipt>> Desk::perform(const IncidentId& id, model::Act act)
{
    return d->ask<Result<Receipt>>(
        [id, act = std::move(act)](DeskCore& core) { return core.perform(id, act); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

const ModeStatus& Desk::mode() const
{
    return d->mode;
}

Result<void> Desk::canSetMode(const model::ModeAct& act) const
{
    return d->mayAct().and_then(
        [&] { return model::checkMode(*d->plan, {d->mode.turns}, d->actor, act); });
}

QFuture<Result<Receipt>> Desk::setMode(model::ModeAct act)
{
    return d->ask<Result<Receipt>>(
        [act = std::move(act)](DeskCore& core) { return core.setMode(act); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

const std::shared_ptr<const model::ShiftState>& Desk::shift() const
{
    return d->shift;
}

Result<void> Desk::canPerformShift(const model::ShiftAct& act) const
{
    return d->mayAct().and_then(
        [&] { return model::checkShift(*d->plan, *d->shift, d->actor, act); });
}

QFuture<Result<Receipt>> Desk::performShift(model::ShiftAct act)
{
    return d->ask<Result<Receipt>>(
        [act = std::move(act)](DeskCore& core) { return core.performShift(act); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

const std::shared_ptr<const model::DrawingState>& Desk::drawings() const
{
    return d->drawings;
}

Result<void> Desk::canPerformDrawing(const model::DrawingAct& act) const
{
    return d->mayAct().and_then(
        [&] { return model::checkDrawing(*d->plan, *d->drawings, d->actor, act); });
}

QFuture<Result<Receipt>> Desk::performDrawing(model::DrawingAct act)
{
    return d->ask<Result<Receipt>>(
        [act = std::move(act)](DeskCore& core) { return core.performDrawing(act); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

const std::shared_ptr<const model::PlanState>& Desk::planState() const
{
    return d->planState;
}

std::shared_ptr<const plan::Plan> Desk::planAt(Instant when) const
{
    return d->shelf.at(*d->planState, when);
}

Result<void> Desk::canPerformPlan(const model::PlanAct& act) const
{
    return d->mayAct().and_then(
        [&] { return model::checkPlanAct(*d->plan, *d->planState, d->actor, act); });
}

QFuture<Result<Receipt>> Desk::performPlan(model::PlanAct act)
{
    return d->ask<Result<Receipt>>(
        [act = std::move(act)](DeskCore& core) { return core.performPlan(act); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

QFuture<Result<Receipt>> Desk::sealContact(const IncidentId& id, std::string text)
{
    return d->ask<Result<Receipt>>(
        [id, text = std::move(text)](DeskCore& core) { return core.sealContact(id, text); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

// Headquarters may have to be asked: the answer comes when the core has it, or never when the desk ends before.
QFuture<Result<std::string>> Desk::openContact(const IncidentId& id, const ContactId& contact)
{
    Private::Reply<Result<std::string>> reply(*d);
    d->onStore([this, id, contact, reply]() mutable {
        if (d->core) {
            d->core->openContact(id, contact, std::move(reply));
        } else {
            reply(fail(Code::StoreOpen, "the desk's files are not open"));
        }
    });
    return reply.future();
}

QFuture<Result<SearchResult>> Desk::search(std::string typed)
{
    return d->ask<Result<SearchResult>>(
        [typed = std::move(typed)](DeskCore& core) {
            return Result<SearchResult>(core.search(typed));
        },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

QFuture<Result<model::IncidentPtr>> Desk::fetch(const IncidentId& id)
{
    return d->ask<Result<model::IncidentPtr>>(
        [id](DeskCore& core) { return core.fetch(id); },
        fail(Code::StoreOpen, "the desk's files are not open"));
}

QFuture<Result<Receipt>>
Desk::Private::attach(const IncidentId& incident, const model::AttachFile& file, Copy copy)
{
    const Attached done(*this);
    onStore([this, incident, file, copy = std::move(copy), done] {
        const auto may = core ? core->canAttach(incident, file)
                              : fail(Code::StoreOpen, "the desk's files are not open");
        if (may) {
            copyIn(incident, file, copy, done);
        } else {
            done(std::unexpected(may.error()));
        }
    });
    return done.future();
}

void Desk::Private::copyIn(
    const IncidentId& incident,
    const model::AttachFile& file,
    const Copy& copy,
    const Attached& done)
{
    boost::asio::post(copying, [this, incident, file, copy, done, keeper = core->fileKeeper()] {
        const auto added = copy(*keeper);
        onStore([this, incident, file, done, added] {
            if (!added || !core) {
                done(
                    added ? fail(Code::StoreOpen, "the desk is closing")
                          : Result<Receipt>(std::unexpected(added.error())));
                return;
            }
            model::AttachFile act = file;
            act.hash = added->hash;
            act.size = added->size;
            done(core->attach(incident, act));
        });
    });
}

QFuture<Result<Receipt>> Desk::attachFile(
    const IncidentId& incident,
    std::filesystem::path source,
    std::string name,
    std::string mediaType,
    const OrderId& order)
{
    std::error_code missing;
    const auto size = std::filesystem::file_size(source, missing);
    const model::AttachFile act{
        {}, std::move(name), std::move(mediaType), missing ? 1 : size, order};
    return d->attach(
        incident, act,
        [source = std::move(source), most = plan().files.oneBytes](FileKeeper& keeper) {
            return keeper.add(source, most);
        });
}

QFuture<Result<Receipt>> Desk::attachBytes(
    const IncidentId& incident,
    Bytes bytes,
    std::string name,
    std::string mediaType,
    const OrderId& order)
{
    const model::AttachFile act{{}, std::move(name), std::move(mediaType), bytes.size(), order};
    return d->attach(incident, act, [bytes = std::move(bytes)](FileKeeper& keeper) {
        return keeper.add(bytes);
    });
}

QFuture<Result<std::filesystem::path>>
Desk::openFile(const IncidentId& incident, const Digest& hash)
{
    Private::Reply<Result<std::filesystem::path>> reply(*d);
    d->onStore([this, incident, hash, reply]() mutable {
        if (d->core) {
            d->core->openFile(incident, hash, std::move(reply));
        } else {
            reply(fail(Code::StoreOpen, "the desk's files are not open"));
        }
    });
    return reply.future();
}

FileStatus Desk::fileStatus(const Digest& hash) const
{
    const auto known = d->files.find(hash);
    return known == d->files.end() ? FileStatus{.hash = hash} : known->second;
}

OrderId Desk::newOrderId()
{
    return OrderId(d->orderIds.next(clock().now()).text());
}

const SeatStatus& Desk::seat() const
{
    return d->seat;
}

void Desk::signOn(
    const PersonCode& person,
    const PostCode& post,
    const std::string& secret,
    const std::string& newSecret)
{
    d->onStore([this, person, post, secret, newSecret] {
        if (d->core) {
            d->core->signOn(person, post, secret, newSecret);
        }
    });
}

void Desk::signOff()
{
    d->onStore([this] {
        if (d->core) {
            d->core->signOff();
        }
    });
}

void Desk::unlock(const PersonCode& person)
{
    d->onStore([this, person] {
        if (d->core) {
            std::ignore = d->core->unlock(person); // what came of it is in the seat's status
        }
    });
}

void Desk::dismissRejected(std::uint64_t counter)
{
    d->onStore([this, counter] {
        if (d->core) {
            d->core->dismissRejected(counter);
        }
    });
}

void Desk::reconnectNow()
{
    d->onStore([this] {
        if (d->core) {
            d->core->reconnect();
        }
    });
}

void Desk::setHeadquarters(const net::Endpoint& endpoint)
{
    d->onStore([this, endpoint] {
        d->options.profile.headquarters = endpoint;
        if (d->core) {
            d->core->reconnect();
        }
    });
}

} // namespace sz::desk
