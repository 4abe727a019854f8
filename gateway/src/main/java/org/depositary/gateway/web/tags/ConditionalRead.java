package org.depositary.gateway.web.tags;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ScopeChanges;
import org.depositary.gateway.read.Snapshot;

/**
 * A read with the condition that the client does not have its content yet (If-None-Match).
 *
 * @param known the tags of the contents that the client has
 * @param any whether any content fails the condition ({@code *})
 * @param request a hash of everything in the request that decides the content
 * @param scope the changes that can change the content
 */
public record ConditionalRead(List<ReadTag> known, boolean any, String request, ReadScope scope) {

    public static ConditionalRead of(Optional<String> ifNoneMatch, String request, ReadScope scope) {
        return new ConditionalRead(
                ifNoneMatch.map(ReadTag::parseAll).orElse(List.of()),
                ifNoneMatch.filter(header -> header.strip().equals("*")).isPresent(),
                request,
                scope);
    }

    /**
     * The tag of a content that the client has and that is certainly still the same. Does not read the content: the same
     * request had it at an earlier position, and no change of its scope came since.
     */
    public Optional<ReadTag> unchanged(Snapshot snapshot) throws SQLException {
        for (var tag : known) {
            var made = tag.made().filter(origin -> origin.request().equals(request));
            if (made.isPresent()
                    && new ScopeChanges(snapshot).noneSince(made.get().position(), scope)) {
                return Optional.of(tag(tag.content(), snapshot));
            }
        }
        return Optional.empty();
    }

    /** Whether the client has this content. */
    public boolean has(ReadTag tag) {
        return any
                || (!tag.isOfCompleteList()
                        && known.stream().anyMatch(each -> each.content().equals(tag.content())));
    }

    /** The tag of a content that was read from this snapshot. */
    public ReadTag tag(String content, Snapshot snapshot) throws SQLException {
        var position = snapshot.position();
        boolean dependsOnPosition = scope.logOnly() && position.complete();
        return new ReadTag(
                content,
                dependsOnPosition
                        ? Optional.of(new ReadTag.Origin(
                                request, position.asOf().position().orElseThrow()))
                        : Optional.empty());
    }
}
