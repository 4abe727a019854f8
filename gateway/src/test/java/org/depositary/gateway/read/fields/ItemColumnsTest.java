package org.depositary.gateway.read.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemColumnsTest {

    record Date(String edtf, Optional<String> earliest) {}

    record Place(String name, Optional<Place> within) {}

    record Reference(String title, int page) {}

    record Item(
            String id,
            @JsonProperty("members-of") Optional<String> membersOf,
            Optional<Date> since,
            List<String> codes,
            List<Reference> sources,
            Map<String, String> names,
            Optional<Place> place,
            JsonNode value) {}

    record Page(List<Listed> items, Optional<String> next) {}

    record Listed(@JsonUnwrapped Item item, Optional<String> certainty) {}

    record Statement(String id, @JsonAnyGetter Map<String, Object> statement, boolean disputed) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final ItemFields FIELDS = ItemFields.ofPage(Page.class).orElseThrow();
    private static final ItemFields OPEN_FIELDS = ItemFields.of(Statement.class);

    private static Listed listed(List<String> codes) {
        var item = new Item(
                "a",
                Optional.of("sco"),
                Optional.of(new Date("2001", Optional.empty())),
                codes,
                List.of(new Reference("A \"book\"", 3)),
                Map.of("zh", "上海"),
                Optional.empty(),
                JSON.valueToTree(List.of(1, 2)));
        return new Listed(item, Optional.of("certain"));
    }

    private static List<String> cells(String fields, Object item) {
        return ItemColumns.of(FIELDS, FieldSelection.parse(fields, FIELDS)).cells(JSON.valueToTree(item));
    }

    @Test
    void columns_have_the_names_of_the_json() {
        assertThat(ItemColumns.of(FIELDS).names())
                .containsExactlyInAnyOrder(
                        "id",
                        "members-of",
                        "since.edtf",
                        "since.earliest",
                        "codes",
                        "sources",
                        "names",
                        "place.name",
                        "place.within",
                        "value",
                        "certainty");
    }

    @Test
    void cells_are_texts_and_json() {
        assertThat(cells("id,members-of,since,codes,sources,names,value,certainty", listed(List.of("KZ", "KAZ"))))
                .containsExactly(
                        "a",
                        "sco",
                        "2001",
                        null,
                        "KZ;KAZ",
                        "[{\"title\":\"A \\\"book\\\"\",\"page\":3}]",
                        "{\"zh\":\"上海\"}",
                        "[1,2]",
                        "certain");
    }

    @Test
    void an_array_that_cannot_be_split_again_is_json() {
        assertThat(cells("codes", listed(List.of("a;b", "c")))).containsExactly("[\"a;b\",\"c\"]");
        assertThat(cells("codes", listed(List.of("")))).containsExactly("[\"\"]");
        assertThat(cells("codes", listed(List.of()))).containsExactly("");
    }

    @Test
    void a_selection_orders_the_columns_and_reaches_into_arrays_and_maps() {
        var selection = FieldSelection.parse("names.zh,sources.page,since.edtf", FIELDS);
        var columns = ItemColumns.of(FIELDS, selection);
        assertThat(columns.names()).containsExactly("names.zh", "sources", "since.edtf");
        assertThat(columns.cells(JSON.valueToTree(listed(List.of())))).containsExactly("上海", "[{\"page\":3}]", "2001");
    }

    @Test
    void fields_whose_names_depend_on_the_data_share_a_column() {
        var item = JSON.valueToTree(new Statement("a", Map.of("holder", Map.of("name", "B")), true));
        assertThat(ItemColumns.of(OPEN_FIELDS).names()).containsExactlyInAnyOrder("id", "statement", "disputed");
        var columns = ItemColumns.of(OPEN_FIELDS, FieldSelection.parse("statement,holder.name", OPEN_FIELDS));
        assertThat(columns.cells(item)).containsExactly("{\"holder\":{\"name\":\"B\"}}", "B");
    }

    @Test
    void a_selection_of_json_keeps_only_its_fields() {
        var item = JSON.valueToTree(listed(List.of("KZ")));
        assertThat(FieldSelection.parse("codes,since.edtf,sources.title", FIELDS)
                        .of(item))
                .hasToString(
                        "{\"codes\":[\"KZ\"],\"since\":{\"edtf\":\"2001\"},\"sources\":[{\"title\":\"A \\\"book\\\"\"}]}");
    }

    @Test
    void unknown_fields_are_refused() {
        for (var wrong : Arrays.asList("nonsense", "since.nonsense", "id.x", "sources.nonsense", "", ",")) {
            assertThatThrownBy(() -> FieldSelection.parse(wrong, FIELDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("since.edtf");
        }
    }
}
