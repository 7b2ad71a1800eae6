package pgstore

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/toasoan/toasoan/related"
)

// Options say how a [Store] works. The zero Options are ready to use.
type Options struct {
	// Schema is the schema of the tables. Empty means "related".
	Schema string

	// Postings bounds the work of a query: the heaviest terms that are in this many
	// articles, all told, find the candidates. Zero means 20,000.
	Postings int

	// Replica, if not nil, serves the queries.
	Replica *pgxpool.Pool
}

// A Store is a collection of articles in PostgreSQL. It is safe for concurrent use,
// by any number of programs.
type Store struct {
	db, replica *pgxpool.Pool
	schema      string // quoted
	postings    int
}

// New returns the store in a database. Call [Store.Migrate] before its first use.
func New(db *pgxpool.Pool, o Options) *Store {
	s := &Store{
		db: db, replica: cmp.Or(o.Replica, db),
		schema:   pgx.Identifier{cmp.Or(o.Schema, "related")}.Sanitize(),
		postings: cmp.Or(o.Postings, 20_000),
	}
	return s
}

// migrations bring the tables from one version to the next; %[1]s is the schema.
// New ones are added at the end.
var migrations = []string{
	`CREATE TABLE %[1]s.doc (
		id        text PRIMARY KEY,
		published bigint,             -- seconds since 1970; null if unknown
		lang      text NOT NULL,
		sections  text[] NOT NULL,
		length    smallint NOT NULL,
		keys      integer[] NOT NULL, -- ascending
		levels    bytea NOT NULL,     -- one for each of keys
		sketch    bytea NOT NULL
	);
	CREATE INDEX doc_keys ON %[1]s.doc USING gin (keys);
	CREATE TABLE %[1]s.df (
		key integer PRIMARY KEY,
		n   bigint NOT NULL
	);
	CREATE TABLE %[1]s.total (
		one    boolean PRIMARY KEY DEFAULT true CHECK (one),
		docs   bigint NOT NULL,
		length bigint NOT NULL
	);
	INSERT INTO %[1]s.total (docs, length) VALUES (0, 0);`,
}

// Migrate makes the tables, or brings them up to date. It may be called at every
// start, by several programs at once.
func (s *Store) Migrate(ctx context.Context) error {
	err := pgx.BeginFunc(ctx, s.db, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock(hashtext('toasoan related'), hashtext($1))", s.schema); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, fmt.Sprintf("CREATE SCHEMA IF NOT EXISTS %[1]s; CREATE TABLE IF NOT EXISTS %[1]s.version (n integer NOT NULL)", s.schema)); err != nil {
			return err
		}
		var version int
		if err := tx.QueryRow(ctx, fmt.Sprintf("SELECT coalesce(max(n), 0) FROM %s.version", s.schema)).Scan(&version); err != nil {
			return err
		}
		if version > len(migrations) {
			return fmt.Errorf("the tables have version %d, this package knows %d", version, len(migrations))
		}
		for i, m := range migrations[version:] {
			if _, err := tx.Exec(ctx, fmt.Sprintf(m, s.schema)); err != nil {
				return fmt.Errorf("to version %d: %w", version+i+1, err)
			}
			if _, err := tx.Exec(ctx, fmt.Sprintf("INSERT INTO %s.version VALUES ($1)", s.schema), version+i+1); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("pgstore: migrating: %w", err)
	}
	return nil
}

// Add adds documents in one transaction, replacing those with the same ID. Of
// documents of one call with the same ID the last one counts.
func (s *Store) Add(ctx context.Context, docs ...related.Doc) error {
	records := map[string]related.Record{}
	for i := range docs {
		if err := related.CheckID(docs[i].ID); err != nil {
			return fmt.Errorf("pgstore: docs[%d]: %w", i, err)
		}
		records[docs[i].ID] = related.RecordOf(&docs[i])
	}
	_, err := s.change(ctx, records, nil)
	return err
}

// Remove removes documents and returns how many of them there were.
func (s *Store) Remove(ctx context.Context, ids ...string) (int, error) {
	return s.change(ctx, nil, ids)
}

// change takes documents out and puts others in, and returns how many it took out
// for good.
func (s *Store) change(ctx context.Context, put map[string]related.Record, remove []string) (removed int, err error) {
	ids := slices.Clone(remove)
	for id := range put {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for range attempts {
		if removed, err = s.changeOnce(ctx, put, ids); err == nil {
			return removed, nil
		}
		// A row that was not there could not be locked, and another program has put
		// it there meanwhile: now it can be replaced.
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != uniqueViolation {
			break
		}
	}
	return 0, fmt.Errorf("pgstore: %w", err)
}

const (
	attempts        = 10
	uniqueViolation = "23505"
)

func (s *Store) changeOnce(ctx context.Context, put map[string]related.Record, ids []string) (removed int, err error) {
	err = pgx.BeginFunc(ctx, s.db, func(tx pgx.Tx) error {
		docs, length := int64(0), int64(0)
		df := map[int32]int64{}

		// In the order of IDs, as all locks.
		rows, err := tx.Query(ctx, fmt.Sprintf("SELECT id, length, keys FROM %s.doc WHERE id = ANY($1) ORDER BY id FOR UPDATE", s.schema), ids)
		if err != nil {
			return err
		}
		var id string
		var l int16
		var keys []int32
		var old []string
		if _, err := pgx.ForEachRow(rows, []any{&id, &l, &keys}, func() error {
			docs--
			length -= related.LengthOf(uint8(l))
			for _, k := range keys {
				df[k]--
			}
			old = append(old, id)
			return nil
		}); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, fmt.Sprintf("DELETE FROM %s.doc WHERE id = ANY($1)", s.schema), old); err != nil {
			return err
		}
		removed = 0
		for _, id := range old {
			if _, ok := put[id]; !ok {
				removed++
			}
		}
		var batch pgx.Batch
		for _, id := range ids {
			r, ok := put[id]
			if !ok {
				continue
			}
			docs++
			length += related.LengthOf(r.Length)
			keys, levels := make([]int32, len(r.Terms)), make([]byte, len(r.Terms))
			for i, t := range r.Terms {
				keys[i], levels[i] = int32(t.Key), t.Level
				df[keys[i]]++
			}
			var published *int64
			if !r.Published.IsZero() {
				published = new(int64)
				*published = r.Published.Unix()
			}
			sections := r.Sections
			if sections == nil {
				sections = []string{}
			}
			batch.Queue(fmt.Sprintf(`INSERT INTO %s.doc (id, published, lang, sections, length, keys, levels, sketch)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, s.schema),
				r.ID, published, r.Lang, sections, int16(r.Length), keys, levels, r.Sketch[:])
		}
		var changed []int32
		var by []int64
		for k, n := range df {
			if n != 0 {
				changed = append(changed, k)
			}
		}
		slices.Sort(changed)
		for _, k := range changed {
			by = append(by, df[k])
		}
		batch.Queue(fmt.Sprintf(`INSERT INTO %[1]s.df AS d (key, n) SELECT * FROM unnest($1::int4[], $2::int8[])
			ON CONFLICT (key) DO UPDATE SET n = d.n + excluded.n`, s.schema), changed, by)
		batch.Queue(fmt.Sprintf("DELETE FROM %s.df WHERE n = 0 AND key = ANY($1)", s.schema), changed)
		batch.Queue(fmt.Sprintf("UPDATE %s.total SET docs = docs + $1, length = length + $2", s.schema), docs, length)
		return tx.SendBatch(ctx, &batch).Close()
	})
	return removed, err
}

// Related answers as [related.Index.Related] does, see the package's
// documentation.
func (s *Store) Related(ctx context.Context, d related.Doc, q *related.Query) ([]related.Hit, error) {
	return related.Rank(ctx, s, d, q)
}

// Stats implements [related.Source].
func (s *Store) Stats(ctx context.Context, keys []related.Key) (related.Stats, error) {
	st := related.Stats{DF: make(map[related.Key]int, len(keys))}
	// One statement, so that all numbers are of one moment.
	rows, err := s.replica.Query(ctx, fmt.Sprintf(`SELECT -1, docs, length FROM %[1]s.total
		UNION ALL SELECT key, n, 0 FROM %[1]s.df WHERE key = ANY($1)`, s.schema), int32s(keys))
	if err != nil {
		return st, fmt.Errorf("pgstore: %w", err)
	}
	var key int32
	var n, length int64
	if _, err := pgx.ForEachRow(rows, []any{&key, &n, &length}, func() error {
		if key < 0 {
			st.Docs, st.Length = int(n), length
		} else {
			st.DF[related.Key(key)] = int(n)
		}
		return nil
	}); err != nil {
		return st, fmt.Errorf("pgstore: %w", err)
	}
	return st, nil
}

func int32s(keys []related.Key) []int32 {
	out := make([]int32, len(keys))
	for i, k := range keys {
		out[i] = int32(k)
	}
	return out
}

// Candidates implements [related.Source].
func (s *Store) Candidates(ctx context.Context, terms []related.Weighted, q *related.Query, n int) ([]related.Record, error) {
	keys := make([]related.Key, len(terms))
	for i, t := range terms {
		keys[i] = t.Key
	}
	st, err := s.Stats(ctx, keys)
	if err != nil {
		return nil, err
	}
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(a, b related.Weighted) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Key, b.Key))
	})
	var heavy []int32
	var weights []int64
	left := s.postings
	for _, t := range terms {
		df := st.DF[t.Key]
		if df == 0 || df > left && len(heavy) > 0 {
			continue
		}
		left -= df
		heavy, weights = append(heavy, int32(t.Key)), append(weights, int64(t.Weight))
	}
	var out []related.Record
	err = pgx.BeginTxFunc(ctx, s.replica, pgx.TxOptions{AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		// The planner knows nothing of how rare a key is, and may read all.
		if _, err := tx.Exec(ctx, "SET LOCAL enable_seqscan = off"); err != nil {
			return err
		}
		after, before := int64(math.MinInt64), int64(math.MaxInt64)
		timed := !q.After.IsZero() || !q.Before.IsZero()
		if !q.After.IsZero() {
			after = q.After.Unix()
		}
		if !q.Before.IsZero() {
			before = q.Before.Unix()
		}
		rows, err := tx.Query(ctx, fmt.Sprintf(`WITH best AS (
				SELECT d.id, sum(q.weight) AS weight
				FROM unnest($1::int4[], $2::int8[]) AS q (key, weight)
				JOIN %[1]s.doc AS d ON d.keys @> ARRAY[q.key]
				WHERE ($4 = '' OR lower(d.lang) = $4 OR starts_with(lower(d.lang), $4 || '-')
						OR d.lang = '' AND ($4 = 'vi'))
					AND ($5 = '' OR $5 = ANY(d.sections))
					AND (NOT $6 OR d.published >= $7 AND d.published < $8)
				GROUP BY d.id ORDER BY weight DESC, d.id LIMIT $3
			) SELECT %[2]s FROM best JOIN %[1]s.doc AS d USING (id)`, s.schema, columns),
			heavy, weights, n, strings.ToLower(valid(q.Lang)), valid(q.Section), timed, after, before)
		if err != nil {
			return err
		}
		out, err = records(rows)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("pgstore: %w", err)
	}
	return out, nil
}

// Records implements [related.Source].
func (s *Store) Records(ctx context.Context, names []string) ([]related.Record, error) {
	first, second := make([]int32, len(names)), make([]int32, len(names))
	for i, name := range names {
		k := related.URLKeys(name)
		first[i], second[i] = int32(k[0]), int32(k[1])
	}
	rows, err := s.replica.Query(ctx, fmt.Sprintf(`SELECT %[2]s FROM %[1]s.doc AS d WHERE d.id IN (
			SELECT id FROM %[1]s.doc WHERE id = ANY($1)
			UNION SELECT e.id FROM unnest($2::int4[], $3::int4[]) AS q (a, b) JOIN %[1]s.doc AS e ON e.keys @> ARRAY[q.a, q.b]
		)`, s.schema, columns), names, first, second)
	if err != nil {
		return nil, fmt.Errorf("pgstore: %w", err)
	}
	out, err := records(rows)
	if err != nil {
		return nil, fmt.Errorf("pgstore: %w", err)
	}
	return out, nil
}

// valid returns s as a Record has it: with U+FFFD for bytes that are not valid UTF-8,
// which PostgreSQL does not take.
func valid(s string) string { return string([]rune(s)) }

// columns are those that records reads, of the table d.
const columns = "d.id, d.published, d.lang, d.sections, d.length, d.keys, d.levels, d.sketch"

func records(rows pgx.Rows) ([]related.Record, error) {
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (r related.Record, err error) {
		var published *int64
		var length int16
		var keys []int32
		var levels, sketch []byte
		if err := row.Scan(&r.ID, &published, &r.Lang, &r.Sections, &length, &keys, &levels, &sketch); err != nil {
			return r, err
		}
		if len(levels) != len(keys) || len(sketch) != len(r.Sketch) {
			return r, errors.New("a damaged row: " + r.ID)
		}
		if published != nil {
			r.Published = time.Unix(*published, 0).UTC()
		}
		if len(r.Sections) == 0 {
			r.Sections = nil
		}
		r.Length = uint8(length)
		r.Sketch = related.Sketch(sketch)
		r.Terms = make([]related.Term, len(keys))
		for i, k := range keys {
			r.Terms[i] = related.Term{Key: related.Key(k), Level: levels[i]}
		}
		return r, nil
	})
}
