package org.depositary.documents.extraction.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** The pictures that a page shows, also inside forms and inline. A picture that is only in its resources does not count. */
final class PdfPictures {

    static final PdfPictures NONE = new PdfPictures(new PDRectangle(1, 1), 0);

    /** Text in this share of the height at the top or bottom of a page is in its margin. */
    private static final float MARGIN = 0.1f;

    private final PDRectangle page;
    private final int rotation;
    private double area;
    private float left = Float.MAX_VALUE;
    private float right = -Float.MAX_VALUE;
    private float top = -Float.MAX_VALUE;
    private float bottom = Float.MAX_VALUE;

    private PdfPictures(PDRectangle page, int rotation) {
        this.page = page;
        this.rotation = rotation;
    }

    static PdfPictures of(PDPage page) {
        return new PdfPictures(page.getCropBox(), page.getRotation());
    }

    /** @param matrix where the page shows the unit square of the picture */
    private void add(Matrix matrix) {
        var corners = List.of(
                matrix.transformPoint(0, 0),
                matrix.transformPoint(1, 0),
                matrix.transformPoint(0, 1),
                matrix.transformPoint(1, 1));
        float fromX = page.getUpperRightX();
        float toX = page.getLowerLeftX();
        float fromY = page.getUpperRightY();
        float toY = page.getLowerLeftY();
        for (var corner : corners) {
            fromX = Math.max(page.getLowerLeftX(), Math.min(fromX, (float) corner.getX()));
            toX = Math.min(page.getUpperRightX(), Math.max(toX, (float) corner.getX()));
            fromY = Math.max(page.getLowerLeftY(), Math.min(fromY, (float) corner.getY()));
            toY = Math.min(page.getUpperRightY(), Math.max(toY, (float) corner.getY()));
        }
        if (fromX < toX && fromY < toY) {
            area += (double) (toX - fromX) * (toY - fromY);
            left = Math.min(left, fromX);
            right = Math.max(right, toX);
            bottom = Math.min(bottom, fromY);
            top = Math.max(top, toY);
        }
    }

    /** Returns how much of the page the pictures cover, from 0 to 1. */
    double share() {
        return Math.min(1, area / Math.max(1, (double) page.getWidth() * page.getHeight()));
    }

    /** Whether a line stands in the margin of the page or beside the pictures, as a stamp does. */
    boolean isStamp(PdfLine line) {
        float height = rotation % 180 == 0 ? page.getHeight() : page.getWidth();
        boolean margin = line.y() < height * MARGIN || line.y() > height * (1 - MARGIN);
        return margin || rotation == 0 && isBeside(line);
    }

    private boolean isBeside(PdfLine line) {
        float x = page.getLowerLeftX() + (line.left() + line.right()) / 2;
        float y = page.getUpperRightY() - line.y();
        return x < left || x > right || y < bottom || y > top;
    }

    /** Adds the pictures that the operator {@code Do} shows. */
    static final class PictureOperator extends DrawObject {

        private final PdfLineReader reader;

        PictureOperator(PdfLineReader reader) {
            super(reader);
            this.reader = reader;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            boolean picture = !operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && reader.getResources() != null
                    && reader.getResources().isImageXObject(name);
            if (picture) {
                addTo(reader.pictures(), reader);
            }
            super.process(operator, operands);
        }
    }

    /** Adds the pictures that stand in the page description itself. */
    static final class InlinePictureOperator extends OperatorProcessor {

        private final PdfLineReader reader;

        InlinePictureOperator(PdfLineReader reader) {
            super(reader);
            this.reader = reader;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            addTo(reader.pictures(), reader);
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }

    private static void addTo(PdfPictures pictures, PDFStreamEngine engine) {
        pictures.add(engine.getGraphicsState().getCurrentTransformationMatrix());
    }
}
