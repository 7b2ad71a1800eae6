package importer

import (
	"hash/maphash"
	"slices"
)

var seed = maphash.MakeSeed()

// findRepeats finds text that was pasted twice: at least three paragraphs in a
// row, or a long one and its neighbor, that have stood in the same order before.
// The later ones are marked as gone.
func (b *builder) findRepeats() {
	const long = 60 // bytes of a leaf that counts
	leaves := b.leaves[:0]
	var met [64]uint64 // a bit for each kind of leaf
	any := false
	for i := range b.nodes {
		if n := &b.nodes[i]; n.kind == kText {
			if t := b.leaf(int32(i)); len(t) >= long {
				leaves = append(leaves, int32(i))
				kind := (word(t[long/2:]) ^ uint64(len(t))) * 0x9E3779B97F4A7C15 >> (64 - 12)
				any = any || met[kind/64]>>(kind%64)&1 != 0
				met[kind/64] |= 1 << (kind % 64)
			}
		}
	}
	b.leaves = leaves
	if len(leaves) < 4 || !any {
		return
	}
	size := 8
	for size < 2*len(leaves) {
		size *= 2
	}
	table := slices.Grow(b.seen[:0], size)[:size] // 1 + index in leaves of the first with this text
	first := slices.Grow(b.first[:0], len(leaves))[:len(leaves)]
	b.seen, b.first = table, first
	clear(table)
	any = false
	for i, p := range leaves {
		t := b.leaf(p)
		h := int(maphash.String(seed, t)) & (size - 1)
		first[i] = -1
		for table[h] != 0 {
			if j := table[h] - 1; b.leaf(leaves[j]) == t {
				first[i] = j
				any = true
				break
			}
			h = (h + 1) & (size - 1)
		}
		if first[i] < 0 {
			table[h] = int32(i + 1)
		}
	}
	if !any {
		return
	}
	for i := 0; i < len(leaves); {
		if first[i] < 0 {
			i++
			continue
		}
		j, bytes := i, 0
		for j < len(leaves) && first[j] >= 0 && (j == i || first[j] == first[j-1]+1) {
			bytes += len(b.leaf(leaves[j]))
			j++
		}
		if j-i >= 3 && bytes >= 400 || j-i == 2 && bytes >= 800 {
			b.dropRepeat(leaves[i], leaves[j-1])
		}
		i = j
	}
}

// dropRepeat marks the nodes from lo to hi as gone, but for those that hold them.
func (b *builder) dropRepeat(lo, hi int32) {
	for i := lo; i <= hi; i++ {
		switch n := &b.nodes[i]; n.kind {
		case kText:
			b.note("repeated-text", n.path, b.leaf(i))
			b.drop(i)
		case kImage:
			if b.imageBefore(i) {
				b.note("repeated-image", n.path, imageWords(b.images[n.a].Alt, b.images[n.a].URL))
				b.drop(i)
			}
		}
	}
}

// imageBefore reports whether the picture at node i has been shown before.
func (b *builder) imageBefore(i int32) bool {
	a := b.nodes[i].a
	for k := max(0, a-64); k < a; k++ {
		if b.images[k].URL == b.images[a].URL {
			return true
		}
	}
	return false
}
