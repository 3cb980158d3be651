mod retry_job;
