// SPDX-License-Identifier: MIT
#include "practice/bodies.h"
#include "practice/endpoints.h"
#include "practice/noise.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace practice {

namespace {

/// A landscape that never was: sky, sun and hills in a hue of its own, with a little grain, so
/// that its file is about as large as that of a real picture.
struct Picture
{
    quint32 seed = 1;
    quint32 number = 1;
    QSize size;
};

constexpr int hillCount = 4;

struct Colour
{
    float r, g, b;
};

Colour blend(Colour a, Colour b, float t)
{
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

/// \p hue in turns, any number; the others 0 … 1; channels 0 … 255.
Colour colourOf(float hue, float saturation, float lightness)
{
    const auto channel = [=](float shift) {
        const float wave = std::cos(2 * std::numbers::pi_v<float> * (hue - shift));
        return std::clamp(255.0f * lightness * (1 + saturation * wave), 0.0f, 255.0f);
    };
    return {channel(0), channel(1.0f / 3), channel(2.0f / 3)};
}

/// What makes one picture differ from another. Lengths are shares of the picture's height.
class Scene
{
public:
    Scene(const Picture &picture, const Noise &noise);

    QImage paint(float grain) const;

private:
    void layHills(const Noise &noise);
    Colour sky(int x, int y) const;
    Colour at(int x, int y, int hill) const;

    const QSize m_size;
    const quint64 m_grainBase;
    Noise m_noise;
    Colour m_zenith, m_horizon, m_sun;
    float m_sunX, m_sunY, m_sunRadius;
    std::array<Colour, hillCount> m_hillColours;
    std::array<std::vector<float>, hillCount> m_hills; // top of each hill by column, from above
};

Scene::Scene(const Picture &picture, const Noise &noise)
    : m_size(picture.size)
    , m_grainBase(1 << 20) // beyond what shapes the scene
    , m_noise(noise)
{
    // The golden ratio keeps the hues of neighbouring numbers far apart.
    const float hue = std::fmod(float(picture.number % 10'000) * 0.618034f + noise.unit(0), 1.0f);
    const float drift = 0.10f + 0.15f * noise.unit(1);
    m_zenith = colourOf(hue, 0.42f, 0.45f + 0.2f * noise.unit(2));
    m_horizon = colourOf(hue + drift, 0.25f, 0.74f);
    m_sun = colourOf(hue + drift + 0.08f, 0.12f, 0.93f);
    const float aspect = float(m_size.width()) / float(m_size.height());
    m_sunX = aspect * (0.15f + 0.7f * noise.unit(3));
    m_sunY = 0.18f + 0.3f * noise.unit(4);
    m_sunRadius = 0.05f + 0.07f * noise.unit(5);
    for (int hill = 0; hill < hillCount; ++hill) {
        const float near = float(hill + 1) / hillCount;
        m_hillColours[size_t(hill)] = blend(m_horizon, colourOf(hue - 0.12f, 0.45f, 0.2f), near);
    }
    layHills(noise);
}

void Scene::layHills(const Noise &noise)
{
    for (int hill = 0; hill < hillCount; ++hill) {
        const quint64 base = 100 + 10 * quint64(hill);
        const float level = 0.5f + 0.13f * float(hill) + 0.05f * noise.unit(base);
        const float swing = 0.05f + 0.05f * noise.unit(base + 1);
        std::vector<float> &tops = m_hills[size_t(hill)];
        tops.resize(size_t(m_size.width()));
        for (size_t x = 0; x < tops.size(); ++x) {
            const float at = float(x) / float(m_size.height());
            float top = level;
            for (quint64 wave = 0; wave < 3; ++wave) {
                const float rate = float(2 << wave) * (1.0f + noise.unit(base + 2 + wave));
                const float phase = 7.0f * noise.unit(base + 5 + wave);
                top += swing / float(1 << wave) * std::sin(rate * at + phase);
            }
            tops[x] = top * float(m_size.height());
        }
    }
}

Colour Scene::sky(int x, int y) const
{
    const float height = float(m_size.height());
    const float dx = float(x) / height - m_sunX;
    const float dy = float(y) / height - m_sunY;
    const float distance = std::sqrt(dx * dx + dy * dy) / m_sunRadius;
    const Colour air = blend(m_zenith, m_horizon, std::min(1.0f, 1.4f * float(y) / height));
    // An edge as wide as a twentieth of the disc, and a glow around it.
    const float disc = std::clamp((1.0f - distance) * 20.0f, 0.0f, 1.0f);
    const float glow = 0.7f / (1.0f + distance * distance);
    return blend(air, m_sun, std::max(disc, glow));
}

Colour Scene::at(int x, int y, int hill) const
{
    if (hill < 0)
        return sky(x, y);
    const float depth = float(y) - m_hills[size_t(hill)][size_t(x)];
    if (depth <= 0)
        return at(x, y, hill - 1);
    // Mist gathers at the foot of each hill.
    const float mist = std::min(0.45f, 1.3f * depth / float(m_size.height()));
    const Colour colour = blend(m_hillColours[size_t(hill)], m_horizon, mist);
    return depth < 1 ? blend(at(x, y, hill - 1), colour, depth) : colour; // a smooth edge
}

QImage Scene::paint(float grain) const
{
    QImage image(m_size, QImage::Format_RGB32);
    for (int y = 0; y < m_size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        quint64 index = m_grainBase + quint64(y) * quint64(m_size.width());
        for (int x = 0; x < m_size.width(); ++x) {
            const Colour colour = at(x, y, hillCount - 1);
            const float speck = (m_noise.unit(index++) - 0.5f) * grain;
            const auto level
                = [speck](float value) { return int(std::clamp(value + speck, 0.0f, 255.0f)); };
            line[x] = qRgb(level(colour.r), level(colour.g), level(colour.b));
        }
    }
    return image;
}

QByteArray write(const QImage &image, const QByteArray &format, int quality)
{
    QByteArray file;
    QBuffer buffer(&file);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return file;
}

Scene sceneOf(const Picture &picture)
{
    return Scene(picture, Noise(picture.seed, "picture/" + QByteArray::number(picture.number)));
}

/// As PNG. About 40 ms for 960×640.
QByteArray makeImage(const Picture &picture)
{
    constexpr int quickest = 85; // zlib level 1
    return write(sceneOf(picture).paint(5.0f), "png", quickest);
}

/// As JPEG, about 375 KB at 1920×1080, made in 30 ms.
QByteArray makePhoto(const Picture &picture)
{
    return write(sceneOf(picture).paint(25.0f), "jpeg", 80);
}

constexpr qint64 mebi = 1024 * 1024;
constexpr qint64 quickSize = 64 * 1024; // bytes hashed or packed without being felt: 0.3 ms
constexpr qint64 wholeSize = 16 * mebi; // kept in one piece up to here
constexpr qint64 digestSize = 64 * mebi;
constexpr qint64 largestNumber = 1'000'000'000;

Reply onPool(const std::function<Reply()> &work)
{
    Reply reply;
    reply.later = work;
    reply.cacheCost = 0;
    return reply;
}

/// A reply that depends on the client's Accept-Encoding must not be cached by address alone.
Reply packed(Call &call, bool isQuick, QByteArrayView type, const Packing &packing,
             const std::function<Content()> &make)
{
    const auto work = [type, packing, make] { return pack(make(), type, packing); };
    Reply reply = isQuick ? work() : onPool(work);
    if (call.query.has("gzip"))
        reply.cacheCost = Reply::neverCached;
    return reply;
}

Reply picture(Call &call, QSize size, QByteArrayView type)
{
    Query &query = call.query;
    const qint64 number = query.parse("N", call.argument, 1, 0, largestNumber);
    const Picture picture {.seed = call.site.seed,
                           .number = quint32(number),
                           .size = QSize(int(query.number("w", size.width(), 1, 4096)),
                                         int(query.number("h", size.height(), 1, 4096)))};
    const bool isPhoto = type == "image/jpeg";
    const Packing packing = packingOf(query, call.request.acceptsGzip);
    if (!query.problem().isEmpty())
        return {};
    return packed(call, false, type, packing,
                  [=] { return contentOf(isPhoto ? makePhoto(picture) : makeImage(picture)); });
}

} // namespace

Reply bytes(Call &call)
{
    Query &query = call.query;
    const qint64 size = query.parse("N", call.argument, 1024, 0, 1024 * mebi);
    const Packing packing = packingOf(query, call.request.acceptsGzip, size <= digestSize);
    if (packing.digest == Packing::Digest::Right && size > digestSize)
        query.complain("A digest is for at most 64 MiB.");
    if (packing.gzip && size > wholeSize)
        query.complain("gzip is for at most 16 MiB.");
    if (!query.problem().isEmpty())
        return {};
    const QByteArray name = "bytes/" + QByteArray::number(size) + '/' + query.text("key");
    const bool isQuick = size <= quickSize
        || (packing.digest != Packing::Digest::Right && !packing.gzip && size > wholeSize);
    return packed(call, isQuick, octetStream, packing, [seed = call.site.seed, name, size] {
        return size <= wholeSize ? contentOf(randomBytes(seed, name, size))
                                 : randomContent(seed, name, size);
    });
}

Reply image(Call &call)
{
    return picture(call, {960, 640}, "image/png");
}

Reply photo(Call &call)
{
    return picture(call, {1920, 1080}, "image/jpeg");
}

Reply text(Call &call)
{
    const qint64 number = call.query.parse("N", call.argument, 1, 0, largestNumber);
    const qint64 words = call.query.number("words", 20'000, 0, 1'000'000);
    const Packing packing = packingOf(call.query, call.request.acceptsGzip);
    if (!call.query.problem().isEmpty())
        return {};
    return packed(call, words <= 2'000, "text/plain; charset=utf-8", packing,
                  [seed = call.site.seed, number, words] {
                      return contentOf(makeText(seed, number, words));
                  });
}

} // namespace practice
