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
 * @param id lower-case words, such as sco-charter; never changes
 * @param url URL of the instrument
 * @param name the name in the preferred language
 * @param names all names, by BCP 47 language code
 * @param acronym its acronym, if it has one
 * @param type kind of instrument, such as treaty or charter
 * @param dates of adoption, signature, entry into force and termination, as a source states them
 * @param inForceRule the rule of entry into force, with the date that it gives; absent if none is recorded
 * @param place where it was adopted or signed
 * @param parties the parties that a source names
 * @param organizations ids of the organisations to which it belongs
 * @param articles the number of its articles
 * @param documents ids of the documents with its text
 * @param depositary who keeps its text
 * @param note a remark of the register
 * @param disputed whether sources disagree about its registration
 * @param claims the claims of its sources, if they disagree
 * @param sources sources of its registration
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

    /**
     * The dates of an instrument; null if no source gives one.
     *
     * @param adopted when its text was adopted
     * @param signed when it was signed or opened for signature
     * @param inForce when it entered into force
     * @param terminated when its force ended
     */
    @JsonInclude(Include.ALWAYS)
    record Dates(
            Optional<EffectiveDate> adopted,
            Optional<EffectiveDate> signed,
            Optional<EffectiveDate> inForce,
            Optional<EffectiveDate> terminated) {}
}
