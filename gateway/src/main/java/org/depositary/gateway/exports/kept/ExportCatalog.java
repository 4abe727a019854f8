package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.exports.ExportKind;
import org.depositary.gateway.exports.ExportKinds;
import org.depositary.gateway.exports.ExportLicense;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.exports.kept.KeptExport.KeptFile;
import org.depositary.gateway.linked.LinkedDocument;
import org.depositary.gateway.linked.LinkedNode;

/**
 * Writes the manifest as a DCAT 3 catalogue, with the mandatory properties of DCAT-AP 3: a data set for each kind of
 * export, with a distribution for each format. Its kept exports are its versions.
 */
@ApplicationScoped
class ExportCatalog {

    private static final String MANIFEST = "/api/exports";

    /** DCAT names media types by their addresses in this registry. It has none that begins with {@code x-}. */
    private static final String REGISTERED_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private static final String PROVENANCE =
            "Made from the change log of the register. Every row names its sources, or facts that do.";

    private final ExportKinds kinds;
    private final PublicUrl publicUrl;
    private final ExportLicense license;
    private final CatalogSettings settings;

    ExportCatalog(ExportKinds kinds, PublicUrl publicUrl, ExportLicense license, CatalogSettings settings) {
        this.kinds = kinds;
        this.publicUrl = publicUrl;
        this.license = license;
        this.settings = settings;
    }

    String of(KeptExportsPage page) {
        var catalog = described(LinkedNode.of("dcat:Catalog"), "All exports of the register.")
                .id(publicUrl.link(MANIFEST))
                .text("dcterms:title", settings.title())
                .node("foaf:homepage", LinkedNode.link(publicUrl.link("/")))
                .nodes("dcat:dataset", kinds.all().stream().map(kind -> dataset(kind, page.items())));
        return new LinkedDocument(catalog).text();
    }

    private LinkedNode dataset(ExportKind kind, List<KeptExport> exports) {
        return described(LinkedNode.of("dcat:Dataset"), "As known now, complete and without pages.")
                .id(id(kind.name()))
                .english("dcterms:title", kind.title())
                .text("dcterms:identifier", kind.name())
                .nodes("dcat:distribution", Arrays.stream(ExportFormat.values()).map(format -> live(kind, format)))
                .nodes("dcat:hasVersion", kept(kind, exports));
    }

    private LinkedNode live(ExportKind kind, ExportFormat format) {
        var url = publicUrl.link("%s/%s.%s".formatted(MANIFEST, kind.name(), format.extension()));
        return distribution(url, format.mediaType(), license.address()).id(url + "#distribution");
    }

    private Stream<LinkedNode> kept(ExportKind kind, List<KeptExport> exports) {
        return exports.stream()
                .filter(export -> export.of().equals(kind.name()))
                .flatMap(export -> export.file().map(file -> version(export, file)).stream());
    }

    private LinkedNode version(KeptExport export, KeptFile file) {
        var period = LinkedNode.of("dcterms:PeriodOfTime").typed("dcat:endDate", export.on(), "xsd:date");
        var provenance = LinkedNode.of("dcterms:ProvenanceStatement").text("rdfs:label", PROVENANCE);
        return described(LinkedNode.of("dcat:Dataset"), "As known at %s.".formatted(export.knownAt()))
                .id(publicUrl.link(export.url()))
                .text("dcterms:title", export.title())
                .node("dcat:isVersionOf", LinkedNode.link(id(export.of())))
                .text("dcat:version", export.knownAt())
                .node("dcterms:temporal", period)
                .node("dcterms:provenance", provenance)
                .node("dcat:previousVersion", previous(export))
                .node("dcat:distribution", keptFile(export, file));
    }

    private LinkedNode keptFile(KeptExport export, KeptFile file) {
        var url = publicUrl.link(file.url());
        var checksum = LinkedNode.of("spdx:Checksum")
                .node("spdx:algorithm", LinkedNode.link("spdx:checksumAlgorithm_sha256"))
                .typed("spdx:checksumValue", file.sha256(), "xsd:hexBinary");
        var distribution = distribution(url, file.mediaType(), export.license())
                .id(url + "#distribution")
                .typed("dcat:byteSize", Long.toString(file.size()), "xsd:nonNegativeInteger")
                .node("spdx:checksum", checksum);
        export.keptAt().ifPresent(at -> distribution.typed("dcterms:issued", at, "xsd:dateTime"));
        return distribution;
    }

    private Optional<LinkedNode> previous(KeptExport export) {
        return export.delta().map(delta -> LinkedNode.link(publicUrl.link(delta.since())));
    }

    private static LinkedNode distribution(String url, String contentType, String license) {
        var distribution = LinkedNode.of("dcat:Distribution")
                .node("dcat:accessURL", LinkedNode.link(url))
                .node("dcat:downloadURL", LinkedNode.link(url))
                .node(
                        "dcterms:license",
                        LinkedNode.of("dcterms:LicenseDocument").id(license));
        var mediaType = contentType.replaceFirst(";.*", "");
        return mediaType.contains("/x-")
                ? distribution.node(
                        "dcterms:format",
                        LinkedNode.of("dcterms:MediaTypeOrExtent").text("rdfs:label", mediaType))
                : distribution.node("dcat:mediaType", LinkedNode.link(REGISTERED_MEDIA_TYPES + mediaType));
    }

    private LinkedNode described(LinkedNode node, String description) {
        var publisher =
                LinkedNode.of("foaf:Agent").id(publicUrl.link("/#publisher")).text("foaf:name", settings.publisher());
        return node.english("dcterms:description", description).node("dcterms:publisher", publisher);
    }

    private String id(String kind) {
        return publicUrl.link("%s#%s".formatted(MANIFEST, kind));
    }
}
