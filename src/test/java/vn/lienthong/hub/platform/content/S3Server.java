package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.filesystem.FilesystemApiMetadata;

/** An S3 server in this process that keeps its objects as files and checks the signature of each call. */
final class S3Server implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-store";

    private static final String BUCKET = "lien-thong";
    private static final String KEY = "hub";

    private final Path folder;
    private final int port;
    private final BlobStoreContext blobs;
    private S3Proxy proxy;

    private S3Server(Path folder, int port, BlobStoreContext blobs, S3Proxy proxy) {
        this.folder = folder;
        this.port = port;
        this.blobs = blobs;
        this.proxy = proxy;
    }

    static S3Server start(Path folder) throws Exception {
        Properties settings = new Properties();
        settings.setProperty(
                "jclouds.filesystem.basedir", Files.createDirectories(folder).toString());
        BlobStoreContext blobs = ContextBuilder.newBuilder(new FilesystemApiMetadata())
                .credentials("identity", "credential")
                .overrides(settings)
                .build(BlobStoreContext.class);
        blobs.getBlobStore().createContainerInLocation(null, BUCKET);
        int port = freePort();
        return new S3Server(folder, port, blobs, started(port, blobs));
    }

    S3Settings settings(String secret) {
        return new S3Settings(URI.create("http://127.0.0.1:" + port), "us-east-1", BUCKET, "content/", KEY, secret);
    }

    /** The files of its objects. */
    List<Path> objects() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    void goesAway() throws Exception {
        proxy.stop();
    }

    void back() throws Exception {
        proxy = started(port, blobs);
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
        blobs.close();
    }

    private static S3Proxy started(int port, BlobStoreContext blobs) throws Exception {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
                .build();
        proxy.start();
        return proxy;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
