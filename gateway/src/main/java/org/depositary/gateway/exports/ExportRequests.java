package org.depositary.gateway.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.exports.ExportPoints.Found;
import org.depositary.gateway.exports.formats.ExportDescription;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;

/** Finds what a request for an export means. */
@ApplicationScoped
public class ExportRequests {

    private static final String PROVENANCE = "Depositary: every row names its sources, or facts that do";

    /**
     * A request for an export.
     *
     * @param knownAt the point as of which it is read
     * @param since for a delta: the point of the earlier export
     * @param on the effective day; empty for the day of each point
     */
    public record ExportRequest(
            ExportKind kind,
            ExportFormat format,
            PointInRegister knownAt,
            Optional<PointInRegister> since,
            Optional<LocalDate> on,
            LanguagePreference languages,
            boolean hasEndLine) {}

    /** An export, and the point that was found for it. */
    public record FoundExport(Export export, Found point) {}

    private final ExportPoints points;
    private final ExportLicense license;

    ExportRequests(ExportPoints points, ExportLicense license) {
        this.points = points;
        this.license = license;
    }

    public FoundExport find(ExportRequest request) throws SQLException {
        var point = points.find(
                request.knownAt().position(), request.knownAt().recorded(), request.on(), request.languages());
        var since = request.since().isPresent()
                ? Optional.of(before(request, request.since().get(), point.asOf()))
                : Optional.<AsOfPoint>empty();
        var export = new Export(
                request.kind(),
                request.format(),
                point.asOf(),
                since,
                request.hasEndLine(),
                description(request, point.asOf(), since));
        return new FoundExport(export, point);
    }

    /** An instant is read at the position of the later export, because the position of the earlier export is unknown. */
    private AsOfPoint before(ExportRequest request, PointInRegister since, AsOfPoint later) throws SQLException {
        var position = since.position().isPresent() ? since.position() : later.position();
        return points.find(position, since.recorded(), request.on(), request.languages())
                .asOf();
    }

    private ExportDescription description(ExportRequest request, AsOfPoint asOf, Optional<AsOfPoint> since) {
        var read = asOf.position().orElseThrow();
        return new ExportDescription(
                request.kind().name(),
                request.knownAt().text(read),
                asOf.day().toString(),
                since.map(before ->
                        request.since().orElseThrow().text(before.position().orElseThrow())),
                request.kind().key(),
                license.address(),
                PROVENANCE);
    }
}
