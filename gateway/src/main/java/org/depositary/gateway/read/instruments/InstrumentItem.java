package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.vocabulary.sources.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An instrument.
 *
 * @param name the name in the preferred language
 * @param names all names, by BCP 47 language code
 * @param dates of adoption, signature, entry into force and termination, as a source states them
 * @param inForceRule the rule of entry into force, with the date that it gives; absent if none is recorded
 * @param parties the parties that a source names
 * @param organizations ids of the organisations to which it belongs
 * @param documents ids of the documents with its text
 * @param claims the claims of its sources, if they disagree
 */
public record InstrumentItem(
        String id,
        String url,
        String name,
        Map<String, String> names,
        @JsonInclude(Include.ALWAYS) Optional<String> acronym,
        String type,
        Dates dates,
        Optional<InForceRuleItem> inForceRule,

        @JsonInclude(Include.ALWAYS) @Schema(type = SchemaType.OBJECT)
        Optional<JsonNode> place,

        List<String> parties,
        List<String> organizations,
        @JsonInclude(Include.ALWAYS) Optional<Long> articles,
        List<String> documents,
        Optional<String> depositary,
        Optional<String> note,
        boolean disputed,
        Optional<List<ClaimItem>> claims,
        List<Source> sources) {

    /** The dates of an instrument; null if no source gives one. */
    @JsonInclude(Include.ALWAYS)
    record Dates(
            Optional<EffectiveDate> adopted,
            Optional<EffectiveDate> signed,
            Optional<EffectiveDate> inForce,
            Optional<EffectiveDate> terminated) {}
}
