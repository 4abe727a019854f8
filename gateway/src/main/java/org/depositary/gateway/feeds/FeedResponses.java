package org.depositary.gateway.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.formats.AtomWriter;
import org.depositary.gateway.feeds.formats.FeedDates;
import org.depositary.gateway.feeds.formats.FeedDocument;
import org.depositary.gateway.feeds.formats.FeedFormat;
import org.depositary.gateway.feeds.formats.JsonFeedWriter;
import org.depositary.gateway.feeds.formats.RssWriter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.changes.MatchingChangeReads;
import org.depositary.gateway.security.ReadsPolicy;
import org.depositary.gateway.web.tags.ContentHash;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers requests for documents of feeds. */
@ApplicationScoped
class FeedResponses {

    private final SnapshotReader snapshots;
    private final PublicUrl url;
    private final ReadsPolicy policy;

    FeedResponses(SnapshotReader snapshots, PublicUrl url, ReadsPolicy policy) {
        this.snapshots = snapshots;
        this.url = url;
        this.policy = policy;
    }

    RestResponse<byte[]> of(FeedFormat format, FeedParameters asked) throws SQLException {
        var links = new FeedLinks(url, format, asked.filter(), asked.key());
        var end = asked.end();
        var asOf = new AsOfPoint(end, Optional.empty(), LocalDate.EPOCH, LanguagePreference.ENGLISH);
        try {
            return snapshots.read(
                    asOf,
                    snapshot -> end.isPresent()
                            ? archive(snapshot, links, end.get(), asked)
                            : subscription(snapshot, links, asked));
        } catch (Problem refused) {
            throw refused.type() == ProblemType.UNKNOWN_CURSOR ? ofAnotherEpoch(links) : refused;
        }
    }

    private static Problem ofAnotherEpoch(FeedLinks links) {
        return Problem.of(
                ProblemType.UNKNOWN_CURSOR,
                "This register has no such archive page any more. Start again with %s and read its archives"
                        .formatted(new FeedLinks(links.url(), links.format(), links.filter(), Optional.empty())
                                .subscription()));
    }

    private RestResponse<byte[]> subscription(Snapshot snapshot, FeedLinks links, FeedParameters asked)
            throws SQLException {
        var changes = new MatchingChangeReads(snapshot);
        var validators =
                new FeedValidators(links.subscription(), changes.before(MatchingChangeReads.END, asked.filter(), 2));
        ResponseBuilder<byte[]> response;
        if (validators.isKnown(asked.ifNoneMatch(), asked.ifModifiedSince())) {
            response = ResponseBuilder.notModified();
        } else {
            var page = new FeedPager(changes, asked.filter()).newest();
            response = ResponseBuilder.ok(
                    written(new FeedReader(snapshot, links).document(page, Optional.empty()), links));
        }
        validators.lastModified().ifPresent(date -> response.header(HttpHeaders.LAST_MODIFIED, date));
        return response.header(HttpHeaders.ETAG, validators.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Depositary-Cursor", snapshot.position().resumption().toString())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private RestResponse<byte[]> archive(Snapshot snapshot, FeedLinks links, Cursor end, FeedParameters asked)
            throws SQLException {
        var page = new FeedPager(new MatchingChangeReads(snapshot), asked.filter()).endingAt(end);
        var content = written(new FeedReader(snapshot, links).document(page, Optional.of(end)), links);
        var tag = '"' + ContentHash.of(content) + '"';
        var response = EntityTags.isKnown(asked.ifNoneMatch(), tag)
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(content);
        return response.header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        (policy.isClosed(links.format().path()) ? "private" : "public")
                                + ", max-age=31536000, immutable")
                .header(HttpHeaders.LAST_MODIFIED, FeedDates.http(page.updated()))
                .header("Depositary-Cursor", end.toString())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static byte[] written(FeedDocument feed, FeedLinks links) {
        return switch (links.format()) {
            case ATOM -> AtomWriter.write(feed);
            case RSS -> RssWriter.write(feed);
            case JSON -> JsonFeedWriter.write(feed);
        };
    }
}
