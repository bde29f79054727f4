// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// emptymap: the least a Qt Location window in a widgets program can be; tells when its first frame with the map was painted.
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QQuickItem>
#include <QQuickWidget>

#include <chrono>
#include <cstdio>

namespace {

long statusKb(const char* key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith(key)) {
                return line.simplified().split(' ').value(1).toLong();
            }
        }
    }
    return 0;
}

/// Waits for the first paint after the map is ready and drawn, and ends the program behind it.
class FirstFrame final : public QObject
{
public:
    explicit FirstFrame(QQuickWidget& view) : m_view(view)
    {
        view.installEventFilter(this);
        connect(view.quickWindow(), &QQuickWindow::afterRendering, this, [this] {
            m_isDrawn = m_isDrawn || m_view.rootObject()->property("mapReady").toBool();
        });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_isDrawn) {
            m_view.removeEventFilter(this);
            QMetaObject::invokeMethod(
                this, [] { tell(); }, Qt::QueuedConnection); // behind paint and flush
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static void tell()
    {
        const std::chrono::duration<double, std::milli> now =
            std::chrono::steady_clock::now().time_since_epoch();
        std::printf(
            "complete 1 at %.3f rss %ld peak %ld\n", now.count(), statusKb("VmRSS:"),
            statusKb("VmHWM:"));
        QApplication::quit();
    }

    QQuickWidget& m_view;
    bool m_isDrawn = false;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    auto* view = new QQuickWidget(&window);
    view->setResizeMode(QQuickWidget::SizeRootObjectToView);
    view->setSource(QUrl(QStringLiteral("qrc:/sz/emptymap/EmptyMap.qml")));
    if (view->rootObject() == nullptr) {
        return 1; // Qt has said why
    }
    window.setCentralWidget(view);
    window.resize(1920, 1080);
    const FirstFrame frame(*view);
    window.show();
    return QApplication::exec();
}
