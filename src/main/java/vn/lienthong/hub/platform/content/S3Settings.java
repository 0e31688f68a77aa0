package vn.lienthong.hub.platform.content;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import vn.lienthong.infra.StartFailure;

/** An S3-compatible store, by {@code LIENTHONG_CONTENT_S3_…}. */
record S3Settings(URI endpoint, String region, String bucket, String prefix, String accessKey, String secretKey) {

    private static final String NAMES = "LIENTHONG_CONTENT_S3_";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(60);

    static S3Settings of(Environment environment) {
        return new S3Settings(
                URI.create(required(environment, "ENDPOINT")),
                environment.getProperty(NAMES + "REGION", "us-east-1"),
                required(environment, "BUCKET"),
                environment.getProperty(NAMES + "PREFIX", "content/"),
                required(environment, "ACCESS_KEY"),
                required(environment, "SECRET_KEY"));
    }

    /** Path style and checksums only where the protocol wants them: every compatible store has that. */
    S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL))
                .build();
    }

    @Override
    public String toString() {
        return endpoint + "/" + bucket + "/" + prefix;
    }

    private static String required(Environment environment, String name) {
        String value = environment.getProperty(NAMES + name, "").strip();
        if (value.isEmpty()) {
            throw new StartFailure(
                    NAMES + name + " is missing",
                    "the S3 content store needs ENDPOINT, BUCKET, ACCESS_KEY and SECRET_KEY");
        }
        return value;
    }
}
