// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sheet of paper from the scanner to an incident, through SANE's own program: no driver runs in the console.

#include "data/base/Ids.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace sz::widgets {

/// One page a call. What is missing (the program, a scanner, paper) is said in a sentence with a next step. Thread: gui; the
/// program runs beside it and is ended with this.
class Scanning final : public QObject
{
    Q_OBJECT
public:
    explicit Scanning(QObject* parent);
    ~Scanning() override;

    struct Device
    {
        QString name; ///< as SANE knows it: "epson2:libusb:001:004"
        QString words;
    };
    /// Asks which of several; calls back with its place. It may never call back.
    using Choose =
        std::function<void(const std::vector<Device>& devices, const std::function<void(int)>&)>;

    /// Nothing but a sentence happens while one is running.
    void scan(const IncidentId& incident);

    Choose choose;
    QString program = QStringLiteral("scanimage"); ///< tests put another in its place

Q_SIGNALS:
    void said(const QString& sentence);
    /// A PNG picture of one page.
    void scanned(const sz::IncidentId& incident, const QByteArray& png);

private:
    void look();
    void onListed();
    void read(const QString& device, bool withResolution);
    void onRead(const QString& device, bool withResolution);
    void start(const QStringList& arguments, int seconds, const std::function<void()>& then);
    void fail(const QString& sentence);
    [[nodiscard]] QString complaint();

    IncidentId m_incident;
    QString m_path;
    QString m_device; ///< chosen in this run of the program
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_out;
    std::function<void()> m_then;
    bool m_isBusy = false;
};

/// What scanimage listed: a device a line, name and words with a tab between; what is no scanner (a camera) is left out.
[[nodiscard]] std::vector<Scanning::Device> scannersIn(const QByteArray& listed);

} // namespace sz::widgets
