// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GeoJSON as a stream of events: no tree is made, so 256 MB of it need little more than their points.

#include "data/layers/files/JsonSource.h"
#include "data/layers/files/Positions.h"

namespace sz::layers {

/// Told of every token of a JSON text in its order. Members may come in any order: what an object is is decided at its end.
class GeoJsonHandler
{
public:
    explicit GeoJsonHandler(RawLayer& layer) : m_layer(layer) {}

    /// Line and offset of the tokens that come.
    void place(int line, std::uint64_t offset)
    {
        m_line = line;
        m_offset = offset;
    }
    void openObject();
    void closeObject();
    void openArray();
    void closeArray();
    void key(std::string_view key);
    void scalar(ValueKind kind, std::string_view text, double number = 0);
    /// False once the layer is full.
    [[nodiscard]] bool goesOn() const { return m_goesOn; }

private:
    enum class In : std::uint8_t {
        Thing,
        Features,
        Geometries,
        Properties,
        Coordinates,
        Kept,    ///< a nested value, for a property
        Skipped, ///< a nested value where none should be
    };
    enum class Role : std::uint8_t {
        Root,
        Feature,
        Geometry,
    };
    /// An object with a "type".
    struct Thing
    {
        Role role = Role::Root;
        int line = 0;
        std::uint64_t offset = 0;
        std::string type{};
        std::string id{};
        std::vector<Property> properties{};
        std::vector<Property> foreign{}; ///< members GeoJSON does not know
        Positions positions{};
        FileGeometry geometry{};
        std::string fault{}; ///< of its geometry
        std::string faultType{};
        bool hasGeometry = false;
        bool hasFeatures = false;
    };

    [[nodiscard]] In top() const { return m_in.back(); }
    [[nodiscard]] bool isIn(Role a, Role b) const;
    void openThing(Role role);
    void openNested(bool isObject);
    void closeNested();
    void keep(ValueKind kind, std::string text);
    void member(ValueKind kind, std::string_view text);
    void endGeometry(Thing thing);
    void endFeature(Thing thing);
    void endRoot(Thing thing);
    void takeSystem(const std::string& source);
    void strayFeature(std::string what);
    void badGeometry(const Thing& thing, const FeatureHead& head);

    RawLayer& m_layer;
    std::vector<In> m_in;
    std::vector<Thing> m_things;
    JsonSource m_source;
    std::string m_key;
    int m_skipped = 0;
    int m_line = 1;
    std::uint64_t m_offset = 0;
    bool m_goesOn = true;
};

} // namespace sz::layers
