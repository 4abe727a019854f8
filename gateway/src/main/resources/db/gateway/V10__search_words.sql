-- Search by words. SearchTokens splits a text into words; the functions below turn the words into a tsvector, each at its
-- position. So a highlight is the place of a word in the text, and a phrase is words at successive positions.

-- The stemmers of PostgreSQL, without their stop words: a phrase must have every word. Questions skip stop words.
DO $$
DECLARE
    language text;
BEGIN
    FOREACH language IN ARRAY ARRAY[
        'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek',
        'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese',
        'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'] LOOP
        EXECUTE format('CREATE TEXT SEARCH DICTIONARY public.search_%1$s (TEMPLATE = pg_catalog.snowball, Language = %1$s)',
                       language);
    END LOOP;
    CREATE TEXT SEARCH DICTIONARY public.search_simple (TEMPLATE = pg_catalog.simple);
END $$;

-- A word as the index has it. IMMUTABLE, because the dictionaries above never change.
CREATE FUNCTION public.search_lexeme(dictionary text, word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce((ts_lexize(('public.search_' || dictionary)::regdictionary, word))[1], word)
$$;

-- The words of a text in one language. An empty word is a position without a word. A word has only letters, digits and marks,
-- so it needs no escape. 16383 is the highest position of a tsvector.
CREATE FUNCTION public.search_vector(dictionary text, words text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg('''' || coalesce((ts_lexize(d.id, w.word))[1], w.word) || ''':' || w.position, ' '), '')::tsvector
    FROM (SELECT ('public.search_' || dictionary)::regdictionary OFFSET 0) d (id)
    CROSS JOIN unnest(words) WITH ORDINALITY w (word, position)
    WHERE w.position <= 16383 AND w.word <> ''
$$;

-- The dictionaries for short texts without a known language: titles, and the quotes of facts.
CREATE FUNCTION public.short_text_dictionaries() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['simple', 'dutch', 'english', 'russian']
$$;

-- The words of a short text, once for each of these dictionaries. Between them are two positions without a word, so that no
-- phrase leads from one to the next.
CREATE FUNCTION public.short_text_vector(words text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg(
               '''' || public.search_lexeme(d.dictionary, w.word) || ''':' || (d.place - 1) * (cardinality(words) + 2) + w.position,
               ' '), '')::tsvector
    FROM unnest(public.short_text_dictionaries()) WITH ORDINALITY d (dictionary, place)
    CROSS JOIN unnest(words) WITH ORDINALITY w (word, position)
    WHERE d.place * (cardinality(words) + 2) <= 16383
$$;

-- Whether a word says so little that a question skips it. Languages without a list of such words have none.
CREATE FUNCTION public.is_stop_word(dictionary text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE dictionary WHEN 'simple' THEN false
           ELSE ts_lexize(('pg_catalog.' || dictionary || '_stem')::regdictionary, word) = '{}' END
$$;

-- ANALYZE would copy passages into pg_statistic, where no takedown erases them. A change of type deletes what it copied
-- before. The type stays the same, so no table is written again.
ALTER TABLE text_chunk ALTER COLUMN text TYPE text, ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE passage
    ALTER COLUMN text TYPE text, ALTER COLUMN text SET STATISTICS 0,
    ALTER COLUMN repaired TYPE text, ALTER COLUMN repaired SET STATISTICS 0,
    ALTER COLUMN repairs TYPE jsonb, ALTER COLUMN repairs SET STATISTICS 0,
    ALTER COLUMN words TYPE tsvector, ALTER COLUMN words SET STATISTICS 0;

-- Stored passages have the words of older code, so the topic is read again from its start. A table of its own has these
-- offsets: a gateway of an older version, which runs beside this one during an update, goes on in feeder_offset. What it writes
-- meanwhile is read again too.
CREATE TABLE text_offset (
    topic_id    text   NOT NULL,
    part        int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic_id, part)
) WITH (fillfactor = 50);
