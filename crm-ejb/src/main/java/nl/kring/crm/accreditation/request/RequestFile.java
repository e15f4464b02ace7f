package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.util.Arrays;
import nl.kring.crm.platform.FileKinds;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A file that goes with a request: slides, a programme, a curriculum vitae. What it is its first bytes say, not its name.
 *
 * @param mediaType as found by {@link #of}
 */
public record RequestFile(String fileName, String mediaType, byte[] content) implements Serializable {

    public static final int LARGEST = 10 * 1024 * 1024;

    /**
     * A file as somebody sent it.
     *
     * @throws InvalidInputException it is empty, larger than 10 MB, or neither PDF, picture nor office document
     */
    public static RequestFile of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new InvalidInputException("accreditation-file-missing");
        }
        if (content.length > LARGEST) {
            throw new InvalidInputException("accreditation-file-large", LARGEST / 1024 / 1024);
        }
        return new RequestFile(FileKinds.name(fileName, "document"), type(content), content);
    }

    /** A document of an office program is sent back as bytes: no browser opens it by itself. */
    private static String type(byte[] content) {
        return FileKinds.of(content)
                .map(kind -> kind.equals(FileKinds.ARCHIVE) ? "application/octet-stream" : kind)
                .orElseThrow(() -> new InvalidInputException("accreditation-file-type"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestFile that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
