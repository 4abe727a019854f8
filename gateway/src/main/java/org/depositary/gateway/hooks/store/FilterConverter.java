package org.depositary.gateway.hooks.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class FilterConverter implements AttributeConverter<WebhookFilter, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(WebhookFilter filter) {
        try {
            return JSON.writeValueAsString(filter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public WebhookFilter convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, WebhookFilter.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
