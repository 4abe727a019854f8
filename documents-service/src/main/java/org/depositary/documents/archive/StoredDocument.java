package org.depositary.documents.archive;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentRights;

/** One row of the table {@code document}: the size, type and file name of the bytes, and who may read them. */
@Entity
@Table(name = "document")
public class StoredDocument extends PanacheEntityBase {

    @Id
    private String id;

    @Column(name = "media_type", nullable = false)
    private String mediaType;

    private String charset;

    private String filename;

    private long bytes;

    @Column(nullable = false)
    private String rights;

    @Column(name = "taken_down")
    private String takenDown;

    protected StoredDocument() {}

    static StoredDocument of(DocumentReceived received) {
        var document = new StoredDocument();
        document.id = received.id();
        document.set(received);
        return document;
    }

    /** Takes over what is known of received bytes. After a lifted takedown the same bytes can be received again. */
    final void set(DocumentReceived received) {
        mediaType = received.mediaType();
        charset = received.charset().orElse(null);
        filename = received.filename().orElse(null);
        bytes = received.bytes();
        rights = received.rights().toString();
        takenDown = null;
    }

    public String id() {
        return id;
    }

    /** Returns the declared media type, with its charset if one was declared. */
    public String contentType() {
        return charset == null ? mediaType : mediaType + "; charset=" + charset;
    }

    public Optional<String> filename() {
        return Optional.ofNullable(filename);
    }

    public long bytes() {
        return bytes;
    }

    String rights() {
        return rights;
    }

    void setRights(DocumentRights rights) {
        this.rights = rights.toString();
    }

    void setTakenDown(String reason) {
        this.takenDown = reason;
    }

    public boolean isPublic() {
        return rights.equals(DocumentRights.PUBLIC.toString());
    }

    /** Returns the reason of the takedown. Empty if the document is not taken down. */
    public Optional<String> takenDown() {
        return Optional.ofNullable(takenDown);
    }
}
