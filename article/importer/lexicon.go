package importer

// A lexicon maps short names to values, by the hash of their bytes; a name that
// finds its place taken goes to the next.
type lexicon[T any] [512]struct {
	name  uint64 // as packed gives it
	value T
}

// maxPacked is the length of the longest name in a lexicon.
const maxPacked = 8

// packed returns a name of at most maxPacked bytes, the first of which is not zero,
// as a number.
func packed(name string) (n uint64) {
	for i := range len(name) {
		n = n<<8 | uint64(name[i])
	}
	return n
}

// place is where the search for a name begins.
func (x *lexicon[T]) place(name uint64) int { return int(name * 0x9E3779B97F4A7C15 >> (64 - 9)) }

func (x *lexicon[T]) add(name string, v T) {
	n := packed(name)
	i := x.place(n)
	for x[i].name != 0 {
		i = (i + 1) % len(x)
	}
	x[i].name, x[i].value = n, v
}

// get returns the value of a name, or the zero value if x does not have it.
func (x *lexicon[T]) get(name uint64) (v T) {
	for i := x.place(name); x[i].name != 0; i = (i + 1) % len(x) {
		if x[i].name == name {
			return x[i].value
		}
	}
	return v
}
