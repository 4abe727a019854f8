package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.vocabulary.sources.Source;

/**
 * What a party was in an organisation from one change to another: a status, or a candidacy beside whatever status.
 *
 * @param until first day on which it no longer was; null while it lasts
 * @param opened the fact that began it
 * @param closed the fact that ended it; with {@code dissolved}, one that came too late for that
 * @param sources of the fact that began it
 * @param founding true where the fact that began it says that it was a founding member
 * @param dissolved true where it ended because the organisation did, which no change came before
 */
public record TimelineItem(
        String organization,
        String organizationName,
        String party,
        String name,
        @JsonInclude(Include.ALWAYS) Optional<String> status,
        @JsonInclude(Include.ALWAYS) Optional<String> candidacy,
        EffectiveDate since,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until,
        String opened,
        @JsonInclude(Include.ALWAYS) Optional<String> closed,
        boolean disputed,
        List<Source> sources,
        Optional<Boolean> founding,
        Optional<Boolean> dissolved) {}
