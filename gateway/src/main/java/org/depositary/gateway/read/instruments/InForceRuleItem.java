package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;

/**
 * The rule of entry into force, and the date that it gives.
 *
 * @param ratifications the number of ratifications, acceptances, approvals and accessions
 * @param after the time after the last of them, an ISO 8601 duration
 * @param inForce the date by the rule, from the recorded acts; null if so many parties were never bound at one time
 */
public record InForceRuleItem(
        int ratifications,
        Optional<String> after,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> inForce) {}
