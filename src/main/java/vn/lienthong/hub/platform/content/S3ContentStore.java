package vn.lienthong.hub.platform.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

/** Keeps contents as objects of a bucket, sealed before they leave: whoever runs the store reads nothing. */
final class S3ContentStore extends ContentStore implements AutoCloseable {

    private final S3Client s3;
    private final S3Settings settings;

    S3ContentStore(HubHome home, NodeName node, MasterKey master, S3Settings settings) {
        super(home, node, master);
        this.s3 = settings.client();
        this.settings = settings;
    }

    @Override
    public boolean holds(String sha256) {
        try {
            return there(sha256);
        } catch (IOException away) {
            throw new ContentUnavailableException(away);
        }
    }

    @Override
    String where() {
        return "bucket " + settings.bucket();
    }

    @Override
    InputStream sealed(String sha256) throws IOException {
        try {
            return new Aborting(
                    s3.getObject(get -> get.bucket(settings.bucket()).key(key(sha256))));
        } catch (NoSuchKeyException missing) {
            throw new NoSuchFileException(key(sha256));
        } catch (SdkException away) {
            throw new IOException("The S3 store does not answer", away);
        }
    }

    @Override
    void keep(Path file, ContentRef ref) throws IOException {
        try {
            if (!there(ref.sha256())) {
                s3.putObject(put -> put.bucket(settings.bucket()).key(key(ref.sha256())), file);
            }
        } catch (SdkException away) {
            throw new IOException("The S3 store takes nothing", away);
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private boolean there(String sha256) throws IOException {
        String key = key(sha256);
        try {
            s3.headObject(head -> head.bucket(settings.bucket()).key(key));
            return true;
        } catch (NoSuchKeyException missing) {
            return false;
        } catch (SdkException away) {
            throw new IOException("The S3 store does not answer", away);
        }
    }

    private String key(String sha256) {
        return settings.prefix() + named(sha256);
    }

    /** Closing reads nothing more of what nobody wants. */
    private static final class Aborting extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> response;

        Aborting(ResponseInputStream<GetObjectResponse> response) {
            super(response);
            this.response = response;
        }

        @Override
        public void close() {
            response.abort();
        }
    }
}
