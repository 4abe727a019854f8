package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.vocabulary.sources.Source;

/**
 * A span of a timeline: the status of a party in an organisation between two changes, or a candidacy in addition to its status.
 *
 * @param organization id of the organisation
 * @param organizationName name of the organisation in the preferred language
 * @param party code of the party
 * @param name name of the party in the preferred language
 * @param status null if the span is a candidacy
 * @param candidacy null if the span is a status
 * @param since the first day of the span
 * @param until the first day after the span; null while it lasts
 * @param span URL of the span
 * @param opened the fact that began the span
 * @param closed the fact that ended the span; if {@code dissolved}, a fact that came after the dissolution
 * @param disputed whether sources disagree on the fact that began the span, or on the one that ended it
 * @param sources sources of the fact that began the span
 * @param founding true if the fact that began the span made the party a founding member
 * @param dissolved true if the dissolution of the organisation or of the party ended the span, and no change did so before
 * @param certainty if the read names a day: {@code certain} or {@code possible} on that day. Otherwise {@code possible}
 *     if the party had ended before the span began
 * @param coveredUntil if no change ended the span and its sources end: the end of their coverage. After its last day the
 *     span is possible
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
        String span,
        String opened,
        @JsonInclude(Include.ALWAYS) Optional<String> closed,
        boolean disputed,
        List<Source> sources,
        Optional<Boolean> founding,
        Optional<Boolean> dissolved,
        Optional<String> certainty,
        Optional<EffectiveDate> coveredUntil) {}
