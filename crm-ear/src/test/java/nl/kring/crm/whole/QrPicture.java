package nl.kring.crm.whole;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a camera reads of a screen: the code as the browser draws it, with the light edge that belongs to it. */
final class QrPicture {

    private QrPicture() {}

    static String readFrom(Page page) {
        try {
            BufferedImage screen = ImageIO.read(
                    new ByteArrayInputStream(page.locator("svg.k-qr").screenshot()));
            int[] dots = screen.getRGB(0, 0, screen.getWidth(), screen.getHeight(), null, 0, screen.getWidth());
            RGBLuminanceSource light = new RGBLuminanceSource(screen.getWidth(), screen.getHeight(), dots);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (IOException noPicture) {
            throw new UncheckedIOException(noPicture);
        } catch (ReaderException unreadable) {
            throw new AssertionError("no camera reads the code at " + page.url(), unreadable);
        }
    }
}
