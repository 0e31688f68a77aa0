package vn.lienthong.hub.notify.slips;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Prints a page as PDF/A-2b, its fonts embedded: it reads the same in thirty years. */
@Component
class PdfPress {

    static final String FAMILY = "Liberation Serif";

    private static final int PLAIN = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false); // it would write what it prints
    }

    private final byte[] plain = font("Regular");
    private final byte[] bold = font("Bold");
    private final byte[] italic = font("Italic");
    private final byte[] boldItalic = font("BoldItalic");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    byte[] print(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(() -> new ByteArrayInputStream(plain), FAMILY, PLAIN, FontStyle.NORMAL, true);
            builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.useFont(() -> new ByteArrayInputStream(italic), FAMILY, PLAIN, FontStyle.ITALIC, true);
            builder.useFont(() -> new ByteArrayInputStream(boldItalic), FAMILY, BOLD, FontStyle.ITALIC, true);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
            builder.useColorProfile(colours);
            // nothing but what the page carries in itself: no file, no address
            builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private static byte[] font(String style) {
        String name = "/slips/fonts/LiberationSerif-" + style + ".ttf";
        try (InputStream file = PdfPress.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The font " + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
