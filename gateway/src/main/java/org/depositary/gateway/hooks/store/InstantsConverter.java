package org.depositary.gateway.hooks.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

@Converter
class InstantsConverter implements AttributeConverter<InstantsByKind, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(InstantsByKind instants) {
        var texts = new TreeMap<String, String>();
        instants.byKind().forEach((kind, instant) -> texts.put(kind, instant.toString()));
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public InstantsByKind convertToEntityAttribute(String json) {
        try {
            var texts = JSON.readValue(json, new TypeReference<Map<String, String>>() {});
            return new InstantsByKind(texts.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> Instant.parse(entry.getValue()))));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
