package org.depositary.gateway.graph.reads;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.web.parameters.CommonReadParameters;

/**
 * The reads of one GraphQL request. All fields without {@code knownAt} read at the same position in the change log, the
 * newest when the first of them was read. Each read is a transaction of its own, and what a position shows never changes.
 */
public final class RequestReads {

    private final SnapshotReader snapshots;
    private final Optional<String> acceptLanguage;
    private final TextAccess texts;
    private Optional<Cursor> position = Optional.empty();

    public RequestReads(SnapshotReader snapshots, Optional<String> acceptLanguage, TextAccess texts) {
        this.snapshots = snapshots;
        this.acceptLanguage = acceptLanguage;
        this.texts = texts;
    }

    public TextAccess texts() {
        return texts;
    }

    /** The position of the request in the change log. A stream from there misses nothing. */
    public synchronized Cursor position() throws SQLException {
        if (position.isEmpty()) {
            var now = parameters(Optional.empty(), Optional.empty(), Optional.empty())
                    .asOf();
            position =
                    snapshots.read(now, snapshot -> snapshot.position().asOf()).position();
        }
        return position.orElseThrow();
    }

    /** The position of the request. Empty if no field has read anything as of it. */
    public synchronized Optional<Cursor> known() {
        return position;
    }

    public <T> T read(AsOfPoint asOf, Snapshot.Question<T> question) throws SQLException {
        return snapshots.read(asOf, question);
    }

    /** The point of a field without a parent that has one. */
    ReadingPoint point(Optional<String> knownAt, Optional<String> on, Optional<String> lang) throws SQLException {
        return pinned(parameters(knownAt, on, lang));
    }

    /** The point of a nested field. Its own arguments take precedence over those of its parent. */
    ReadingPoint point(ReadingPoint parent, Optional<String> knownAt, Optional<String> on, Optional<String> lang)
            throws SQLException {
        if (knownAt.isEmpty() && on.isEmpty() && lang.isEmpty()) {
            return parent;
        }
        var inherited = parent.parameters();
        var parameters = parameters(knownAt.or(inherited::knownAt), on.or(inherited::on), lang.or(inherited::lang));
        if (knownAt.isPresent()) {
            return pinned(parameters);
        }
        var asOf = parameters.asOf();
        var position = parent.asOf().position().orElseThrow();
        return new ReadingPoint(
                parameters,
                new AsOfPoint(Optional.of(position), parent.asOf().recorded(), asOf.day(), asOf.languages()));
    }

    private ReadingPoint pinned(CommonReadParameters parameters) throws SQLException {
        var asOf = parameters.asOf();
        return new ReadingPoint(parameters, asOf.position().isPresent() ? asOf : asOf.at(position()));
    }

    private CommonReadParameters parameters(Optional<String> knownAt, Optional<String> on, Optional<String> lang) {
        return new CommonReadParameters(
                knownAt, on, lang, acceptLanguage, Optional.empty(), List.of(), Optional.empty());
    }
}
