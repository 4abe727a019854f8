package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.vocabulary.sources.Source;

/**
 * The status or candidacy of a party in an organisation on a day.
 *
 * @param organization id of the organisation
 * @param organizationName name of the organisation in the preferred language
 * @param party code of the party
 * @param name name of the party in the preferred language
 * @param status {@code none} if the party only has a candidacy
 * @param candidacy a candidacy that the party has in addition to its status
 * @param since when the status began; without a status, when the candidacy began
 * @param until when the status ended; null while it lasts
 * @param certainty {@code certain}; {@code possible} if dates are imprecise, sources do not cover the day, or the party had
 *     ended
 * @param coveredUntil if the sources do not cover the day: the end of their coverage
 * @param disputed whether sources disagree on the status, or on the candidacy
 * @param span URL of the span of the status; without a status, of the candidacy
 * @param change the fact that began the status
 * @param sources sources of that fact
 * @param founding true for a founding member, as long as its status has not changed since
 * @param dissolved true if the status ended because the organisation, or the party, was dissolved
 * @param candidacySince if the party has a candidacy: when it began, and whether it is certain or possible
 * @param candidacyCertainty {@code certain} or {@code possible}
 * @param candidacySpan URL of the span of the candidacy
 * @param candidacyChange the fact that began the candidacy
 */
public record Member(
        String organization,
        String organizationName,
        String party,
        String name,
        String status,
        @JsonInclude(Include.ALWAYS) Optional<String> candidacy,
        EffectiveDate since,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until,
        String certainty,
        Optional<EffectiveDate> coveredUntil,
        boolean disputed,
        String span,
        String change,
        List<Source> sources,
        Optional<Boolean> founding,
        Optional<Boolean> dissolved,
        Optional<EffectiveDate> candidacySince,
        Optional<String> candidacyCertainty,
        Optional<String> candidacySpan,
        Optional<String> candidacyChange) {}
