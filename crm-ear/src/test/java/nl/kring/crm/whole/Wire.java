package nl.kring.crm.whole;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of one client that stays open, and costs the machine that is measured next to nothing. */
final class Wire implements AutoCloseable {

    private final URI address;
    private final String token;
    private final Socket socket;
    private final InputStream in;

    Wire(String address, String token) throws IOException {
        this.address = URI.create(address);
        this.token = token;
        socket = new Socket(this.address.getHost(), this.address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(int status, String text) {}

    /** Asks one thing and waits for the answer. */
    Answer send(String method, String path, String key, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer "
                + token + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length
                + (key == null ? "" : "\r\nIdempotency-Key: " + key) + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.getBytes(StandardCharsets.US_ASCII));
        whole.write(content);
        socket.getOutputStream().write(whole.toByteArray());
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean pieces = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String said = line.toLowerCase(Locale.ROOT);
            if (said.startsWith("content-length:")) {
                length = Integer.parseInt(said.substring(said.indexOf(':') + 1).strip());
            }
            pieces |= said.startsWith("transfer-encoding:") && said.contains("chunked");
        }
        return new Answer(status, new String(pieces ? pieces() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] pieces() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = size(); length > 0; length = size()) {
            whole.write(in.readNBytes(length));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(line.toString());
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
