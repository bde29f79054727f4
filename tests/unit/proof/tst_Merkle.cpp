// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tree against RFC 6962's own words: roots of the public test leaves, and every proof of every small tree.
#include "data/proof/Merkle.h"

#include <QTest>

#include <bit>

using namespace sz;
using namespace sz::proof;

namespace {

// The leaves of the certificate-transparency reference implementation.
const char* const kLeaves[] = {"",
                               "00",
                               "10",
                               "2021",
                               "3031",
                               "40414243",
                               "5051525354555657",
                               "606162636465666768696a6b6c6d6e6f"};

Hashes referenceLeaves()
{
    Hashes out;
    for (const char* hex : kLeaves) {
        out.push_back(leafHash(fromHex(hex).value()));
    }
    return out;
}

Hashes manyLeaves(std::size_t count)
{
    Hashes out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(leafHash(viewOf(std::to_string(i))));
    }
    return out;
}

MemoryTree treeOf(std::span<const Digest> leaves)
{
    MemoryTree tree;
    for (const Digest& leaf : leaves) {
        tree.append(leaf);
    }
    return tree;
}

// RFC 6962 §2.1, word for word, over a list.
Digest mth(std::span<const Digest> d)
{
    if (d.size() == 1) {
        return d[0];
    }
    const std::size_t k = std::bit_floor(d.size() - 1);
    return nodeHash(mth(d.first(k)), mth(d.subspan(k)));
}

Hashes operator+(Hashes list, const Digest& last)
{
    list.push_back(last);
    return list;
}

Hashes path(std::size_t m, std::span<const Digest> d)
{
    if (d.size() == 1) {
        return {};
    }
    const std::size_t k = std::bit_floor(d.size() - 1);
    return m < k ? path(m, d.first(k)) + mth(d.subspan(k))
                 : path(m - k, d.subspan(k)) + mth(d.first(k));
}

Hashes subproof(std::size_t m, std::span<const Digest> d, bool b)
{
    if (m == d.size()) {
        return b ? Hashes{} : Hashes{mth(d)};
    }
    const std::size_t k = std::bit_floor(d.size() - 1);
    return m <= k ? subproof(m, d.first(k), b) + mth(d.subspan(k))
                  : subproof(m - k, d.subspan(k), false) + mth(d.first(k));
}

} // namespace

class tst_Merkle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsOfTheReferenceLeaves();
    void everyInclusionProofIsTheRfcsAndVerifies();
    void everyConsistencyProofIsTheRfcsAndVerifies();
    void aChangedBitAnywhereIsRefused();
    void proofsOfAnotherPlaceAreRefused();
    void askingBeyondTheTreeIsAnError();
};

void tst_Merkle::rootsOfTheReferenceLeaves()
{
    const Hashes leaves = referenceLeaves();
    const auto root = [&](std::size_t size) { return toHex(rootOf(treeOf(leaves), size).value()); };
    QCOMPARE(root(0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(root(1), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    QCOMPARE(root(2), "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    QCOMPARE(root(3), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    QCOMPARE(root(7), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    QCOMPARE(root(8), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

void tst_Merkle::everyInclusionProofIsTheRfcsAndVerifies()
{
    const Hashes leaves = manyLeaves(67);
    const MemoryTree tree = treeOf(leaves);
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        const auto part = std::span(leaves).first(size);
        const Digest root = rootOf(tree, size).value();
        QCOMPARE(root, mth(part));
        for (std::size_t i = 0; i < size; ++i) {
            const Hashes proof = inclusionProof(tree, i, size).value();
            QCOMPARE(proof, path(i, part));
            QVERIFY(verifyInclusion(leaves[i], i, size, proof, root));
            QVERIFY(!verifyInclusion(leaves[(i + 1) % leaves.size()], i, size, proof, root));
        }
    }
}

void tst_Merkle::everyConsistencyProofIsTheRfcsAndVerifies()
{
    const Hashes leaves = manyLeaves(67);
    const MemoryTree tree = treeOf(leaves);
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        const Digest root = rootOf(tree, size).value();
        for (std::size_t old = 1; old < size; ++old) {
            const Hashes proof = consistencyProof(tree, old, size).value();
            QCOMPARE(proof, subproof(old, std::span(leaves).first(size), true));
            const Digest oldRoot = rootOf(tree, old).value();
            QVERIFY(verifyConsistency(old, oldRoot, size, root, proof));
            QVERIFY(!verifyConsistency(old, leaves[0], size, root, proof) || old == 1);
            QVERIFY(!verifyConsistency(old, oldRoot, size, leaves[0], proof));
        }
        QVERIFY(verifyConsistency(size, root, size, root, {}));
        QVERIFY(!verifyConsistency(size, root, size, leaves.back(), {}) || size == 0);
        QVERIFY(verifyConsistency(0, {}, size, root, {}));
        QVERIFY(!verifyConsistency(0, {}, size, root, leaves));
    }
}

void tst_Merkle::aChangedBitAnywhereIsRefused()
{
    const Hashes leaves = manyLeaves(45);
    const MemoryTree tree = treeOf(leaves);
    const Digest root = rootOf(tree, 45).value();
    Hashes proof = inclusionProof(tree, 20, 45).value();
    Hashes growth = consistencyProof(tree, 20, 45).value();
    const Digest oldRoot = rootOf(tree, 20).value();
    for (std::size_t bit = 0; bit < proof.size() * 256; ++bit) {
        proof[bit / 256][bit % 256 / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        QVERIFY(!verifyInclusion(leaves[20], 20, 45, proof, root));
        proof[bit / 256][bit % 256 / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    }
    for (std::size_t bit = 0; bit < growth.size() * 256; ++bit) {
        growth[bit / 256][bit % 256 / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        QVERIFY(!verifyConsistency(20, oldRoot, 45, root, growth));
        growth[bit / 256][bit % 256 / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    }
    QVERIFY(verifyInclusion(leaves[20], 20, 45, proof, root));
    QVERIFY(verifyConsistency(20, oldRoot, 45, root, growth));
}

void tst_Merkle::proofsOfAnotherPlaceAreRefused()
{
    const Hashes leaves = manyLeaves(33);
    const MemoryTree tree = treeOf(leaves);
    const Digest root = rootOf(tree, 33).value();
    Hashes proof = inclusionProof(tree, 7, 33).value();
    QVERIFY(!verifyInclusion(leaves[7], 6, 33, proof, root));
    QVERIFY(!verifyInclusion(leaves[7], 7, 65, proof, root));
    QVERIFY(!verifyInclusion(leaves[7], 40, 33, proof, root));
    proof.push_back(leaves[0]);
    QVERIFY(!verifyInclusion(leaves[7], 7, 33, proof, root));
    proof.resize(3);
    QVERIFY(!verifyInclusion(leaves[7], 7, 33, proof, root));
    QVERIFY(!verifyInclusion(leaves[7], 7, 33, {}, root));
    QVERIFY(!verifyConsistency(7, rootOf(tree, 7).value(), 33, root, {}));
    QVERIFY(!verifyConsistency(33, root, 7, rootOf(tree, 7).value(), {}));
}

void tst_Merkle::askingBeyondTheTreeIsAnError()
{
    const MemoryTree tree = treeOf(manyLeaves(5));
    QCOMPARE(inclusionProof(tree, 5, 5).error().code, Code::BadArgument);
    QCOMPARE(consistencyProof(tree, 6, 5).error().code, Code::BadArgument);
    QCOMPARE(rootOf(tree, 6).error().code, Code::NotFound);
}

QTEST_GUILESS_MAIN(tst_Merkle)
#include "tst_Merkle.moc"
