package nl.kring.crm.attendance.letterhead;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A picture that was sent as a logo, painted anew on white in red, green and blue. So nothing of the file itself is kept, and what is
 * kept can stand in a PDF/A.
 */
final class Logo {

    /** The largest file, in bytes. */
    static final int LARGEST = 2 * 1024 * 1024;

    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 6_000;
    private static final long MOST_POINTS = 12_000_000;
    private static final int KEPT_SIDE = 900;
    private static final Set<String> KINDS = Set.of("png", "jpeg");

    private Logo() {}

    /**
     * As PNG, at most 900 wide and high.
     *
     * @throws InvalidInputException it is larger than 2 MB, neither PNG nor JPEG, broken, or far too large or small to be one
     */
    static byte[] painted(byte[] sent) {
        if (sent.length > LARGEST) {
            throw new InvalidInputException("letterhead-logo-large", LARGEST / 1024 / 1024);
        }
        BufferedImage picture = read(sent);
        double scale = Math.min(1, (double) KEPT_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(painted, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its sides are known before any of it is unpacked, for a small file may say to be a very large picture. */
    private static BufferedImage read(byte[] sent) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new InvalidInputException("letterhead-logo-kind");
            }
            ImageReader reader = readers.next();
            try {
                if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new InvalidInputException("letterhead-logo-kind");
                }
                reader.setInput(in, true, true);
                int smallest = Math.min(reader.getWidth(0), reader.getHeight(0));
                int largest = Math.max(reader.getWidth(0), reader.getHeight(0));
                if (smallest < SMALLEST_SIDE || largest > LARGEST_SIDE || (long) smallest * largest > MOST_POINTS) {
                    throw new InvalidInputException("letterhead-logo-sides", SMALLEST_SIDE, LARGEST_SIDE);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInputException refused) {
                throw refused;
            }
            throw new InvalidInputException("letterhead-logo-broken");
        }
    }
}
