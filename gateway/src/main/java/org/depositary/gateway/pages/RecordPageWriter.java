package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.cite.DescribedRecord;
import org.depositary.gateway.cite.RecordDescriber;
import org.depositary.gateway.web.RecordWriter;
import org.depositary.gateway.web.representation.Representation;

/** Writes records as pages. */
@ApplicationScoped
class RecordPageWriter implements RecordWriter {

    /** The fields that a page shows elsewhere. */
    private static final Set<String> HIDDEN = Set.of(
            "id",
            "url",
            "fact",
            "name",
            "organizationName",
            "label",
            "span",
            "disputed",
            "holds",
            "retracted",
            "takenDown",
            "sources",
            "claims",
            "recordings",
            "lastChanged",
            "lastVerified",
            "memberships",
            "timeline",
            "figures",
            "findings",
            "origins");

    /** The other fields of a passage are for programs. */
    private static final Set<String> SHOWN_OF_PASSAGE = Set.of("kind", "page", "pageLabel", "language");

    private final RecordDescriber records;
    private final Template template;

    RecordPageWriter(RecordDescriber records, Template record) {
        this.records = records;
        this.template = record;
    }

    @Override
    public Set<Representation> representations() {
        return Set.of(Representation.HTML);
    }

    @Override
    public String write(ReadRecord read, Representation representation) throws SQLException {
        return template.data("page", page(read, records.describe(read))).render();
    }

    private static RecordPage page(ReadRecord read, DescribedRecord record) {
        var answer = read.answer();
        var kind = read.key().kind();
        var names = record.names();
        return new RecordPage(
                PageFields.label(kind),
                record.title(),
                record.sentence(),
                notices(read, record),
                kind.equals("passage") ? List.of(PagePassage.of(answer)) : List.of(),
                fields(kind, answer, new PageFields(names)),
                PageSource.all(answer.path("sources"), names),
                PageClaim.all(answer.path("claims"), names),
                PageRecording.all(answer.path("recordings")),
                record.lastChanged().orElse(""),
                lastVerified(answer),
                RelatedLinks.of(kind, answer),
                RecordPage.HowToCite.of(record.citation()));
    }

    private static List<PageField> fields(String kind, JsonNode answer, PageFields fields) {
        return kind.equals("passage")
                ? fields.of(((ObjectNode) answer).deepCopy().retain(SHOWN_OF_PASSAGE), Set.of())
                : fields.of(answer, HIDDEN);
    }

    private static List<String> notices(ReadRecord read, DescribedRecord record) {
        var notices = new ArrayList<>(record.citation().notes());
        read.parameters()
                .knownAt()
                .ifPresent(known -> notices.add("This page shows the register as known at %s".formatted(known)));
        return notices;
    }

    private static String lastVerified(JsonNode answer) {
        return answer.path("lastVerified").path("at").asText();
    }
}
