-- The read models, made new for every version of the projecting code in a schema of their own (rm_<n>): a function
-- of the change log, so nothing here is ever migrated.
--
-- Every row is one version of one thing of one stream, on both time axes. Effective bounds are dates, an open side is
-- an infinite one, so that "held on a day" is plain comparison. Recorded: known from recorded_from / seq_from, until
-- recorded_to / seq_to, exclusive; the version that stands has 'infinity' and the largest bigint there.

create table fact (
    kind          text collate "C" not null,
    id            text collate "C" not null,
    stream_id     text collate "C" not null,
    organization  text,
    party         text,
    statement     jsonb not null,
    sources       jsonb not null,
    retracted     jsonb,
    cited         text[] not null,
    first_seq     bigint not null,
    seq_from      bigint not null,
    seq_to        bigint not null default 9223372036854775807,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    primary key (kind, id, seq_from)
);
-- What a stream says now is where its next event is folded into.
create index fact_standing on fact (stream_id) where seq_to = 9223372036854775807;
create index fact_cited on fact using gin (cited) where cited <> '{}';

create table organization (
    id                  text collate "C" not null,
    statement           jsonb not null,
    changes             jsonb not null,
    sources             jsonb not null,
    retracted           jsonb,
    predecessor         text collate "C",
    successors          text[] collate "C" not null,
    dissolved_edtf      text,
    dissolved_earliest  date,
    dissolved_latest    date,
    dissolved_uncertain boolean,
    seq_from            bigint not null,
    seq_to              bigint not null default 9223372036854775807,
    recorded_from       timestamptz not null,
    recorded_to         timestamptz not null default 'infinity',
    primary key (id, seq_from)
);

create table span (
    organization    text collate "C" not null,
    party           text collate "C" not null,
    aspect          text not null,
    status          text not null,
    opened          text collate "C" not null,
    closed          text,
    start_edtf      text not null,
    start_earliest  date not null,
    start_latest    date not null,
    start_uncertain boolean not null,
    end_edtf        text,
    end_earliest    date not null,
    end_latest      date not null,
    end_uncertain   boolean not null,
    sources         jsonb not null,
    seq_from        bigint not null,
    seq_to          bigint not null default 9223372036854775807,
    recorded_from   timestamptz not null,
    recorded_to     timestamptz not null default 'infinity'
);
-- Reads go by organisation or by party; rows of one come in runs and lie together.
create unique index span_of_organization on span (organization, party, aspect, opened, seq_from);
create index span_of_party on span (party, organization);

create table exercise (
    id              text collate "C" not null,
    name            text,
    kind            text not null,
    status          text,
    series          text,
    organizations   text[] not null,
    parties         text[] not null,
    members_of      text[] not null,
    start_earliest  date not null,
    start_latest    date not null,
    end_earliest    date not null,
    end_latest      date not null,
    strength_least  bigint,
    strength_most   bigint,
    statement       jsonb not null,
    sources         jsonb not null,
    retracted       jsonb,
    seq_from        bigint not null,
    seq_to          bigint not null default 9223372036854775807,
    recorded_from   timestamptz not null,
    recorded_to     timestamptz not null default 'infinity',
    primary key (id, seq_from)
);
create index exercise_in_time on exercise (start_earliest, id);
create index exercise_of_party on exercise using gin (parties);

create table document (
    id              text collate "C" not null,
    status          text not null,
    rights          text not null,
    title           text,
    language        text,
    type            text,
    date_earliest   date,
    date_latest     date,
    extraction      int,
    layers          jsonb not null,
    taken_down      jsonb,
    seq_from        bigint not null,
    seq_to          bigint not null default 9223372036854775807,
    recorded_from   timestamptz not null,
    recorded_to     timestamptz not null default 'infinity',
    primary key (id, seq_from)
);
