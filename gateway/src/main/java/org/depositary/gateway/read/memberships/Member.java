package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.vocabulary.sources.Source;

/**
 * What a party was in an organisation on a day.
 *
 * @param status {@code none} where only a candidacy stands
 * @param candidacy that it wanted in, beside the status
 * @param since when what is told here began; of the candidacy, where only that stands
 * @param until when that ended; null while it lasts
 * @param certainty {@code certain} or {@code possible}, where dates are imprecise
 * @param disputed whether sources do not agree on the status, or on the candidacy beside it
 * @param change the fact that began it
 * @param sources of that fact
 * @param founding true of a founding member, as long as nothing changed since
 * @param dissolved true where it ended because the organisation did
 * @param candidacySince with a candidacy: when that began, and how surely it stood
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
        boolean disputed,
        String change,
        List<Source> sources,
        Optional<Boolean> founding,
        Optional<Boolean> dissolved,
        Optional<EffectiveDate> candidacySince,
        Optional<String> candidacyCertainty,
        Optional<String> candidacyChange) {}
