package org.depositary.gateway.read.organizations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.FactVerification;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.sources.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation on a day, all its dated changes, and every event of its registration.
 *
 * @param lastChanged when the organisation or one of its dated changes last changed (RFC 3339)
 * @param lastVerified the last check of the registration against its sources; absent if it was never checked again
 * @param retracted present if the registration is retracted
 */
public record OrganizationDetail(
        @JsonUnwrapped OrganizationItem organization,
        List<DatedChange> changes,

        Optional<Retraction> retracted,

        String lastChanged,
        Optional<FactVerification> lastVerified,
        List<FactRecording> recordings) {

    OrganizationDetail with(FactReads.History history) {
        return new OrganizationDetail(
                organization, changes, retracted, lastChanged, history.lastVerified(), history.recordings());
    }

    /**
     * A dated change.
     *
     * @param certainty whether the change had certainly or possibly taken effect by the day; null if it had not
     * @param changed {@code names}, {@code seat}, {@code dissolved}, {@code successor}
     * @param claims the claims of its sources, if they disagree
     */
    @Schema(additionalProperties = Schema.True.class)
    record DatedChange(
            String id,
            String url,
            EffectiveDate effective,
            @JsonInclude(Include.ALWAYS) Optional<String> certainty,
            @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> changed,
            boolean disputed,
            Optional<List<ClaimItem>> claims,
            List<Source> sources) {

        static DatedChange of(OrganizationState.Dated change) {
            var url = FactPath.of("organization-change", change.id());
            var claims = ClaimItem.standing(url, change.dispute());
            return new DatedChange(
                    change.id(),
                    url,
                    EffectiveDate.of(change.effective()),
                    change.certainty().map(Certainty::json),
                    JsonFieldReader.fields(change.statement()),
                    claims.isPresent(),
                    claims,
                    JsonFieldReader.sources(change.sources()));
        }
    }
}
