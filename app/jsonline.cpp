// SPDX-License-Identifier: MIT
#include "app/jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>

QByteArray JsonLine::object(std::initializer_list<Field> fields)
{
    QByteArray text = "{";
    for (const auto &[key, value] : fields) {
        const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
        text += text.size() > 1 ? "," : "";
        text
            += '"' + QByteArray(key.data(), key.size()) + "\":" + array.sliced(1, array.size() - 2);
    }
    return text + '}';
}

QByteArray JsonLine::array(const QByteArrayList &elements)
{
    return '[' + elements.join(',') + ']';
}

QByteArray JsonLine::with(const QByteArray &object, QLatin1StringView key, const QByteArray &json)
{
    return object.chopped(1) + ",\"" + QByteArray(key.data(), key.size()) + "\":" + json + '}';
}
