// SPDX-License-Identifier: MIT
#include "compute/kernels/mandelbrotpalette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

using Triple = std::array<double, 3>;
struct Stop
{
    double at;
    quint32 rgb;
};

constexpr std::array stops {Stop {0.0, 0x061a36}, Stop {0.45, 0x0a66c2}, Stop {0.78, 0x7cc0f4},
                            Stop {1.0, 0xf4f9fe}};
constexpr size_t shades = 2'048;

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double toGamma(double channel)
{
    return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

Triple times(const std::array<Triple, 3> &matrix, const Triple &vector)
{
    Triple result {};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

/// OKLab: equal steps look equal. Matrices: https://bottosson.github.io/posts/oklab/
Triple toOklab(quint32 rgb)
{
    Triple lms = times({Triple {0.4122214708, 0.5363325363, 0.0514459929},
                        Triple {0.2119034982, 0.6806995451, 0.1073969566},
                        Triple {0.0883024619, 0.2817188376, 0.6299787005}},
                       {toLinear(((rgb >> 16) & 0xff) / 255.0),
                        toLinear(((rgb >> 8) & 0xff) / 255.0), toLinear((rgb & 0xff) / 255.0)});
    for (double &value : lms)
        value = std::cbrt(value);
    return times({Triple {0.2104542553, 0.7936177850, -0.0040720468},
                  Triple {1.9779984951, -2.4285922050, 0.4505937099},
                  Triple {0.0259040371, 0.7827717662, -0.8086757660}},
                 lms);
}

quint32 fromOklab(const Triple &lab)
{
    Triple lms
        = times({Triple {1, 0.3963377774, 0.2158037573}, Triple {1, -0.1055613458, -0.0638541728},
                 Triple {1, -0.0894841775, -1.2914855480}},
                lab);
    for (double &value : lms)
        value = value * value * value;
    const Triple linear = times({Triple {4.0767416621, -3.3077115913, 0.2309699292},
                                 Triple {-1.2684380046, 2.6097574011, -0.3413193965},
                                 Triple {-0.0041960863, -0.7034186147, 1.7076147010}},
                                lms);
    quint32 rgb = 0xff;
    for (const double channel : linear)
        rgb = (rgb << 8) | quint32(std::lround(toGamma(std::clamp(channel, 0.0, 1.0)) * 255));
    return rgb;
}

quint32 mix(double at)
{
    const auto after = std::find_if(stops.begin() + 1, stops.end() - 1,
                                    [at](const Stop &stop) { return at <= stop.at; });
    const Stop &before = *(after - 1);
    const double share = (at - before.at) / (after->at - before.at);
    const Triple from = toOklab(before.rgb);
    const Triple to = toOklab(after->rgb);
    Triple lab;
    for (size_t i = 0; i < 3; ++i)
        lab[i] = std::lerp(from[i], to[i], share);
    return fromOklab(lab);
}

std::array<quint32, shades> makeShades()
{
    std::array<quint32, shades> result;
    for (size_t i = 0; i < shades; ++i)
        result[i] = mix(double(i) / double(shades - 1));
    return result;
}

} // namespace

quint32 mandelbrotColour(double smooth)
{
    static const std::array<quint32, shades> palette = makeShades();
    constexpr double octavesToWhite = 5.5; // white after some 45 iterations
    const double phase = std::fmod(std::log2(1 + std::max(0.0, smooth)) / octavesToWhite, 2.0);
    const double up = phase <= 1 ? phase : 2 - phase;
    return palette[size_t(up * double(shades - 1))];
}
